/** What a page can ask of the phone, whatever number its SDK has for it. */
export type OpenEyeVerb =
  | 'config'
  | 'register'
  | 'deregister'
  | 'status'
  | 'start-call'
  | 'accept-call'
  | 'end-call'
  | 'dtmf'
  | 'mute-mic'
  | 'get-mic-volume'
  | 'set-mic-volume'
  | 'get-speaker-volume'
  | 'set-speaker-volume'
  | 'set-mic-index'
  | 'set-speaker-index'
  | 'get-mic-index'
  | 'get-speaker-index'
  | 'devices'
  | 'answer-way'

export type OpenEyeEvent =
  | 'registration'
  | 'forced-out'
  | 'incoming'
  | 'outgoing'
  | 'ringback'
  | 'connected'
  | 'ended'
  | 'failed'
  | 'devices-changed'

export interface Generation {
  /** By command number. */
  readonly numbers: ReadonlyMap<number, OpenEyeVerb>
  readonly events: { readonly [E in OpenEyeEvent]: readonly [notify: number, description: string] }
}

const verbs = (rows: readonly (readonly [number, OpenEyeVerb])[]): ReadonlyMap<number, OpenEyeVerb> => new Map(rows)

/** The CloudIPCC SDK 6.19 ("TUP"): every number of spec/media-and-services.md 4.2. */
const tup: Generation = {
  numbers: verbs([
    [0x10001, 'config'],
    [0x10002, 'register'],
    [0x10003, 'deregister'],
    [0x10004, 'start-call'],
    [0x10005, 'accept-call'],
    [0x10006, 'end-call'],
    [0x10007, 'dtmf'],
    [0x10008, 'mute-mic'],
    [0x1000a, 'get-mic-volume'],
    [0x1000b, 'set-mic-volume'],
    [0x1000c, 'get-speaker-volume'],
    [0x1000d, 'set-speaker-volume'],
    [0x10028, 'set-mic-index'],
    [0x10029, 'set-speaker-index'],
    [0x1002b, 'get-mic-index'],
    [0x1002c, 'get-speaker-index'],
    [0x10032, 'devices'],
  ]),
  events: {
    registration: [1, 'tup_reg_status'],
    'forced-out': [131, 'tup_force_unreg'],
    incoming: [3, 'tup_call_incoming'],
    outgoing: [4, 'tup_call_outgoing'],
    ringback: [5, 'tup_call_ringback'],
    connected: [6, 'tup_call_connected'],
    ended: [7, 'tup_call_ended'],
    failed: [43, 'tup_call_end_failed'],
    'devices-changed': [240, 'tup_device_change'],
  },
}

/**
 * OpenEye 2.0 ("TSDK"). Published are the answers to `tsdk_login` (65537) and `tsdk_accept_call` (67538) and the event
 * 2002 (4.2); the numbers beside them are inferred from their places and are ours, so a site may say its own in the
 * profile. Pages name what they ask, and the name counts before the number.
 */
const tsdk: Generation = {
  numbers: verbs([
    [65_537, 'register'],
    [65_538, 'deregister'],
    [67_537, 'start-call'],
    [67_538, 'accept-call'],
    [67_539, 'end-call'],
    [67_540, 'dtmf'],
  ]),
  events: {
    registration: [1_001, 'TSDK_E_LOGIN_EVT_LOGIN_STATUS'],
    'forced-out': [1_002, 'TSDK_E_LOGIN_EVT_FORCE_LOGOUT'],
    incoming: [2_002, 'TSDK_E_CALL_EVT_CALL_INCOMING'],
    outgoing: [2_003, 'TSDK_E_CALL_EVT_CALL_OUTGOING'],
    ringback: [2_004, 'TSDK_E_CALL_EVT_CALL_RINGBACK'],
    connected: [2_006, 'TSDK_E_CALL_EVT_CALL_CONNECTED'],
    ended: [2_007, 'TSDK_E_CALL_EVT_CALL_ENDED'],
    failed: [2_008, 'TSDK_E_CALL_EVT_CALL_ENDED_FAILED'],
    'devices-changed': [2_240, 'TSDK_E_DEVICE_CHANGED'],
  },
}

export const generations = { tup, tsdk } as const
export type GenerationName = keyof typeof generations

/** The names of both SDKs' functions and of the H5 object (4.3), without their prefixes and signs between words. */
const names: Readonly<Record<string, OpenEyeVerb>> = {
  config: 'config',
  register: 'register',
  login: 'register',
  deregister: 'deregister',
  logout: 'deregister',
  registerstatusquery: 'status',
  startcall: 'start-call',
  acceptcall: 'accept-call',
  endcall: 'end-call',
  dtmf: 'dtmf',
  senddtmf: 'dtmf',
  operatemic: 'mute-mic',
  mutemic: 'mute-mic',
  mediagetmicvol: 'get-mic-volume',
  setmicvol: 'set-mic-volume',
  mediagetspeakvol: 'get-speaker-volume',
  setspeakvol: 'set-speaker-volume',
  setmicindex: 'set-mic-index',
  setspeakindex: 'set-speaker-index',
  mediagetmicindex: 'get-mic-index',
  mediagetspeakindex: 'get-speaker-index',
  getmediadevices: 'devices',
  setanswerway: 'answer-way',
}

export function verbOf(cmd: number, description: string, generation: GenerationName): OpenEyeVerb | null {
  const plain = description
    .toLowerCase()
    .replace(/^(?:tup|tsdk)_(?:call_|login_|media_)?/, '')
    .replace(/[^a-z]/g, '')
  return names[plain] ?? generations[generation].numbers.get(cmd) ?? null
}
