import type { Route } from '../route.ts'
import { accountRoutes } from './account.ts'
import { callDataRoutes } from './call-data.ts'
import { directoryRoutes } from './directory.ts'
import { sessionRoutes } from './session.ts'
import { signInRoutes } from './sign-in.ts'
import { stateRoutes } from './states.ts'
import { syncRoutes } from './sync.ts'
import { voiceRoutes } from './voice.ts'

/** Everything this gateway answers; the rest of spec/ccgateway.md comes with what needs it. */
export const operations: readonly Route[] = [
  ...signInRoutes,
  ...sessionRoutes,
  ...syncRoutes,
  ...accountRoutes,
  ...stateRoutes,
  ...voiceRoutes,
  ...callDataRoutes,
  ...directoryRoutes,
]
