import type { Operation } from '../gateway.ts'
import { command } from './operation.ts'

/** spec/ccgateway.md chapter 10; only starting and stopping have events. */
export const startRecording = (): Operation<void> => command('PUT', '/recordplay/{agentId}/recordwithoutfilename')
export const stopRecording = (): Operation<void> => command('DELETE', '/recordplay/{agentId}/stoprecord')
export const pauseRecording = (): Operation<void> => command('POST', '/recordplay/{agentId}/pauserecord')
export const resumeRecording = (): Operation<void> => command('POST', '/recordplay/{agentId}/resumerecord')
