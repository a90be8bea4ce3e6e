import type { Answer, Reply } from './gateway.ts'

/** The platform's own words are not published except where marked; these are ours (inferred). */
const messages: Readonly<Record<string, string>> = {
  '000-001': 'The method of obtaining events is incorrect.',
  '000-002': 'The URL parameter or interface parameter is invalid.',
  '000-003': 'No permission. The authentication may have expired.',
  '000-006': 'The message parameter is incorrect.',
  '000-007': 'The interface is called again before it has answered.',
  '100-001': 'A sign-in parameter is empty or invalid.',
  '100-002': 'The agent has already signed in.',
  '100-004': 'The agent ID or password is incorrect.',
  '100-006': 'The agent has not signed in.',
  '100-007': 'Operation exception.',
  '100-009': 'Failed to change the agent state.',
  '100-010': 'The agent state is incorrect for signing out.',
  '100-011': 'A sign-in parameter is invalid.',
  '100-012': 'The agent type is incorrect.',
  '100-013': 'The phone number is invalid.',
  '100-014': 'The phone number is not in the configured range.',
  '100-015': 'The agent has already signed in and cannot be forced.',
  '100-016': 'The IP address is invalid.',
  '200-001': 'The called number is incorrect.',
  '200-002': 'There is no call to answer.',
  '200-012': 'There is no call to transfer.',
  '200-013': 'There is no call to hold.',
  '200-014': 'The call cannot be held in this state.',
  '200-015': 'There is no held call.',
  '200-016': 'The held call cannot be retrieved in this state.',
  '200-017': 'There is no call to release.',
  '200-018': 'There is no call to consult about.',
  '200-204': 'The number is not in the latest call.',
  '110-003': 'The old password is incorrect.',
  '300-002': 'There is no agent.',
  '600-002': 'There is no skill queue in the VDN.',
  '600-003': 'There is no system access code.',
  '600-004': 'There is no IVR.',
  '110-016': 'The account is locked.',
  '000-005': 'The inspected agent is the inspector.',
  '900-001': 'There is no quality control provider.',
  '900-002': 'No permission for quality control.',
  '900-003': 'The resource is unavailable.',
  '900-004': 'There is no such agent.',
  '900-005': 'The agent state is incorrect.',
}

export function ok(result?: unknown): Reply {
  return { answer: { message: 'success', retcode: '0', ...(result !== undefined && { result }) } }
}

export function refused(retcode: string, message = messages[retcode] ?? ''): Reply {
  return { answer: { message, retcode } }
}

/** A command whose success says nothing but that it was accepted (spec/ccgateway.md 6). */
export function outcome(retcode: string): Reply {
  return retcode === '0' ? ok({}) : refused(retcode)
}

/** Too many agents comes as text, not as a code of its own (spec/ccgateway.md 1.2; 100-007 beside it is inferred). */
export const licenceFull: Reply = refused(
  '100-007',
  'The number of login agents has exceeded that permitted for this VDN.',
)

/** No such address here: Tomcat's page over HTTPS, an invalid parameter over the socket (inferred). */
export function notFound(status: 404 | 405): Reply {
  const page = `<!doctype html><html><head><title>HTTP Status ${status}</title></head><body><h1>HTTP Status ${status}</h1></body></html>`
  return { ...refused('000-002'), status, text: page }
}

export function isSuccess(answer: Answer): boolean {
  return answer.retcode === '0'
}
