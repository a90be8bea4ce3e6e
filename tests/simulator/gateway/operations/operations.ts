import { chatRoutes } from '../../chat/operations/chat-routes.ts'
import type { Route } from '../route.ts'
import { accountRoutes } from './account.ts'
import { beginRoutes } from './calls/begin.ts'
import { callDataRoutes } from './calls/call-data.ts'
import { handOnRoutes } from './calls/hand-on.ts'
import { recordingRoutes } from './calls/recording.ts'
import { videoRoutes } from './calls/video.ts'
import { voiceRoutes } from './calls/voice.ts'
import { directoryRoutes } from './directory.ts'
import { noteRoutes } from './notes.ts'
import { qualityControlRoutes } from './quality-control.ts'
import { sessionRoutes } from './session.ts'
import { signInRoutes } from './sign-in.ts'
import { stateRoutes } from './states.ts'
import { syncRoutes } from './sync.ts'

/** Everything this gateway answers; the rest of spec/ccgateway.md comes with what needs it. */
export const operations: readonly Route[] = [
  ...signInRoutes,
  ...sessionRoutes,
  ...syncRoutes,
  ...accountRoutes,
  ...stateRoutes,
  ...voiceRoutes,
  ...videoRoutes,
  ...beginRoutes,
  ...handOnRoutes,
  ...recordingRoutes,
  ...callDataRoutes,
  ...directoryRoutes,
  ...qualityControlRoutes,
  ...noteRoutes,
  ...chatRoutes,
]
