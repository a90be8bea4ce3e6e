import { emit } from '../agents/agent-state.ts'
import type { Platform, Share } from '../model.ts'
import { arrange } from './arrange.ts'
import { setPhase } from './call.ts'
import { record, talking } from './call-events.ts'
import { stopTimer } from './shares.ts'
import { catchUpPicture } from './video/switch.ts'

/** All hear each other from here on; recording starts by itself (spec/ccgateway.md 10, 15.9). */
export function beginTalking(platform: Platform, share: Share): void {
  const { agent, call } = share
  stopTimer(share)
  share.state = 'talking'
  share.talked = true
  call.beginTime ??= Date.now()
  arrange(call)
  setPhase(platform, call, 'talking')
  emit(agent, 'AgentEvent_Talking', talking(share))
  if (share.recording.state === 'off' && platform.behaviour.recordsAll) startRecording(share)
  share.outcome.taken(share)
}

export function startRecording(share: Share): void {
  share.recording = { state: 'on', since: Date.now() }
  emit(share.agent, 'AgentMediaEvent_Record', record(share))
}

/** Back in a conversation that had begun: no second recording, and nobody is asked. */
export function talkAgain(platform: Platform, share: Share): void {
  share.state = 'talking'
  arrange(share.call)
  setPhase(platform, share.call, 'talking')
  emit(share.agent, 'AgentEvent_Talking', talking(share))
  catchUpPicture(share)
}
