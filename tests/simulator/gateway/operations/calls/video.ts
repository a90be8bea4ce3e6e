import { adjustVideo, switchMedia } from '../../../platform/calls/video/switch.ts'
import { outcome, refused } from '../../answers.ts'
import type { Reply } from '../../gateway.ts'
import type { Context, Route } from '../../route.ts'
import * as forms from './forms.ts'

/** spec/ccgateway.md 12. */
export const videoRoutes: readonly Route[] = [
  { name: 'mediaSwitch', method: 'POST', path: '/voicecall/{agentid}/mediaswitch', run: mediaSwitch },
  { name: 'adjustVideoMode', method: 'POST', path: '/voicecall/{agentid}/adjustvideomode', run: layout },
]

/** 1 audio, 3 video; the direction, 1 to 4, belongs to video only. */
function mediaSwitch({ agent, request }: Context): Reply {
  const mediaType = request.query.get('mediaType')
  const direction = request.query.get('videoDirection') ?? '4'
  if ((mediaType !== '1' && mediaType !== '3') || !/^[1-4]$/.test(direction)) return refused('000-002')
  return outcome(switchMedia(agent, mediaType === '3'))
}

function layout({ agent, request }: Context): Reply {
  const parsed = forms.layout.safeParse(request.body)
  return parsed.success ? outcome(adjustVideo(agent, parsed.data.mode)) : refused('000-002')
}
