/** All in milliseconds. */
export interface Timeouts {
  /** A caller's time in the IVR before the queue. */
  readonly ivrMs: number
  /** A ringing agent's time to answer (spec/ccgateway.md 15.9; the length is the platform's setting: inferred). */
  readonly noAnswerMs: number
  /** A softphone's time to take its INVITE (inferred). */
  readonly phoneAnswerMs: number
  /** How long a success transfer waits for an agent of a queue (inferred). */
  readonly transferMs: number
  /** AGENT_POLL_WAIT_TIMES x AGENT_POLL_WAIT_INTERVAL (spec/ccgateway.md 2). */
  readonly pollHoldMs: number
  /** MAXTIME and EVENT_PUSH_HANDSHAKE_MAXTIME (spec/ccgateway.md 2). */
  readonly maxTimeMs: number
  /** GUIDINTERVAL and GUIDTIMEOUT (spec/ccgateway.md 1.3). */
  readonly guidIntervalMs: number
  readonly guidTimeoutMs: number
  /** How often colleagues whom nobody plays change their state; 0: never. */
  readonly colleagueMs: number
  /** How long a second of a rest lasts, so that a test need not wait for whole ones. */
  readonly restSecondMs: number
}

export const defaultTimeouts: Timeouts = {
  ivrMs: 0,
  noAnswerMs: 20_000,
  phoneAnswerMs: 10_000,
  transferMs: 20_000,
  pollHoldMs: 10_000,
  maxTimeMs: 120_000,
  guidIntervalMs: 60_000,
  guidTimeoutMs: 120_000,
  colleagueMs: 0,
  restSecondMs: 1_000,
}

/** Where deployments differ, or the documents leave it open. May be changed while the centre runs. */
export interface Behaviour {
  /** AUTHMODE: 1 static, 2 dynamic (spec/ccgateway.md 1.3). */
  authMode: 1 | 2
  /** A request without the sign-in's cookie goes to a node that knows no such session (1.1, inferred). */
  checkCookies: boolean
  /** What a session that was taken over is told (spec/ccgateway.md 3.2 names both). */
  takenOverCode: '100-006' | '000-003'
  /** Events for a WebSocket session whose socket is gone (5.3 has no replay: inferred). */
  eventsWhileGone: 'lost' | 'kept'
  /** `AgentState_Force_*` instead of the newer events (spec/ccgateway.md 11). */
  olderForceEvents: boolean
  /** Whether `AgentEvent_Incoming_CallInfo` is sent (spec/ccgateway.md 15.2). */
  incomingCallInfo: boolean
  /** Newest releases add it to every event (spec/ccgateway.md 4.1). */
  eventGenTime: boolean
  /** Whether an idle agent is made busy (reason 5) as soon as the registration is gone, or at the next call. */
  registrationLost: 'next-call' | 'at-once'
  /** Whether a customer's call may ring at an agent who has calls: never, while all are held, or while one talks. */
  callWaiting: 'never' | 'while-held' | 'while-talking'
  /** Which of two calls goes on when they are joined: the documents leave it open (spec/ccgateway.md 8.5, inferred). */
  conferenceKeeps: 'held' | 'talking'
  /** Every conversation is recorded, by platform rules (spec/ccgateway.md 10). */
  recordsAll: boolean
  /** IF_ENABLE_AGENT_SELFRECORD: whether agents may record (spec/ccgateway.md 10). */
  selfRecord: boolean
  /** What a note's event carries: the page says null, a demo reads an object (spec/ccgateway.md 14). */
  noteContent: 'none' | 'whole'
  /** How many queries of spec/ccgateway.md 7 an agent may make; 0: any number. */
  queriesAMinute: number
  /** Whether a rest begins at once, or when it is granted from outside (spec/ccgateway.md 6, "may need approval"). */
  restApproval: 'at-once' | 'by-hand'
  /** Every sign-in is refused for want of a licence (spec/ccgateway.md 1.2). */
  licenceFull: boolean
}

export const defaultBehaviour: Behaviour = {
  authMode: 2,
  checkCookies: false,
  takenOverCode: '100-006',
  eventsWhileGone: 'lost',
  olderForceEvents: false,
  incomingCallInfo: true,
  eventGenTime: true,
  registrationLost: 'next-call',
  callWaiting: 'never',
  conferenceKeeps: 'held',
  recordsAll: true,
  selfRecord: true,
  noteContent: 'whole',
  queriesAMinute: 0,
  restApproval: 'at-once',
  licenceFull: false,
}
