import { emit } from '../../agents/agent-state.ts'
import type { Agent, Platform, Share } from '../../model.ts'
import type { Retcode } from '../../retcode.ts'
import { recordDone } from '../call-events.ts'
import { currentShare } from '../shares.ts'
import { startRecording } from '../talk.ts'

export type RecordingStep = 'start' | 'stop' | 'pause' | 'resume'

/** `from`: the states it is possible in; `otherwise`: 500-00n of spec/ccgateway.md 17, for stop inferred. */
const steps: Readonly<Record<RecordingStep, { readonly from: readonly string[]; readonly otherwise: Retcode }>> = {
  start: { from: ['off'], otherwise: '500-008' },
  stop: { from: ['on', 'paused'], otherwise: '100-007' },
  pause: { from: ['on'], otherwise: '500-004' },
  resume: { from: ['paused'], otherwise: '500-006' },
}

/** spec/ccgateway.md 10. Pausing and resuming have no event of their own there: the answer is all there is. */
export function changeRecording(platform: Platform, agent: Agent, step: RecordingStep): Retcode {
  if (!platform.behaviour.selfRecord) return '000-003'
  const share = currentShare(agent)
  const { from, otherwise } = steps[step]
  if (share?.state !== 'talking' || !from.includes(share.recording.state)) return otherwise
  if (step === 'start') startRecording(share)
  else if (step === 'stop') stopRecording(share)
  else share.recording.state = step === 'pause' ? 'paused' : 'on'
  return '0'
}

export function stopRecording(share: Share): void {
  if (share.recording.state === 'off') return
  emit(share.agent, 'AgentMediaEvent_StopRecordDone', recordDone(share))
  share.recording = { state: 'off', since: 0 }
}
