import { changeRecording, type RecordingStep } from '../../../platform/calls/several/recording.ts'
import { outcome } from '../../answers.ts'
import type { Route } from '../../route.ts'

/** spec/ccgateway.md 10, as far as it records; playing files is not there. */
export const recordingRoutes: readonly Route[] = [
  step('record', 'PUT', 'record', 'start'),
  step('recordWithoutFileName', 'PUT', 'recordwithoutfilename', 'start'),
  step('stopRecord', 'DELETE', 'stoprecord', 'stop'),
  step('pauseRecord', 'POST', 'pauserecord', 'pause'),
  step('resumeRecord', 'POST', 'resumerecord', 'resume'),
]

function step(name: string, method: Route['method'], path: string, what: RecordingStep): Route {
  return {
    name,
    method,
    path: `/recordplay/{agentid}/${path}`,
    run: ({ gateway, agent }) => outcome(changeRecording(gateway.platform, agent, what)),
  }
}
