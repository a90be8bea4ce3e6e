import type {
  Levels,
  Line,
  LineAccount,
  LineCommand,
  LineFact,
  LineRequests,
  LineWanted,
  Registration,
} from '#contract'

export interface LineOptions {
  readonly tellWanted: (wanted: LineWanted) => void
  readonly tellCommand: (command: LineCommand) => void
  readonly onLine: (line: Line) => void
  /** About calls: dialogs and what they sound like. */
  readonly onFact: (fact: LineFact) => void
  readonly onLevels: (levels: Levels) => void
  /** Whether this server's certificate was refused: a page that cannot connect is never told why. */
  readonly isUntrusted: (server: string) => boolean
  readonly log: {
    readonly [L in 'info' | 'warn' | 'error']: (text: string, details?: { readonly [key: string]: string }) => void
  }
}

export interface LinePart {
  readonly requests: LineRequests
  open(account: LineAccount, secret: string): void
  close(): void
  want(change: Partial<LineWanted>): void
  command(command: LineCommand): void
  windowGone(): void
  current(): Line
}

const NOTHING_WANTED: LineWanted = {
  account: null,
  warm: false,
  microphoneFor: null,
  voiceMessageFor: null,
  cameraFor: null,
  picture: null,
  ring: 'none',
  devices: { microphone: null, speaker: null, ringer: null, camera: null, ringVolume: 0.7, speakerVolume: 1 },
  levels: false,
}

const AT_START: Line = {
  registration: { status: 'off' },
  microphone: { status: 'at-rest', label: '' },
  devices: { microphones: [], speakers: [] },
  camera: { status: 'closed', label: '' },
  cameras: [],
  ring: 'silent',
  phoneWindow: 'down',
}

/** Main's side of the phone window: what it is wanted to be, what it last said it is, and its secret. */
export function createLine(options: LineOptions): LinePart {
  let wanted = NOTHING_WANTED
  let line = AT_START
  let secret: string | null = null

  function want(change: Partial<LineWanted>): void {
    const next = { ...wanted, ...change }
    if (sameValues(next, wanted)) return
    wanted = next
    options.tellWanted(wanted)
  }

  function become(change: Partial<Line>): void {
    line = { ...line, ...change }
    options.onLine(line)
  }

  return {
    requests: {
      'line.started': () => {
        become({ phoneWindow: 'up' })
        return wanted
      },
      'line.report': (fact) => report(fact, become, options),
      'line.levels': options.onLevels,
      'line.secret': () => secret,
      'line.log': ({ level, text }) => options.log[level]('phone window', { text }),
    },
    open: (account, softphonePassword) => {
      secret = softphonePassword
      want({ account })
    },
    close: () => {
      secret = null
      want({
        account: null,
        warm: false,
        microphoneFor: null,
        voiceMessageFor: null,
        cameraFor: null,
        picture: null,
        ring: 'none',
      })
    },
    want,
    command: options.tellCommand,
    windowGone: () => become({ ...AT_START }),
    current: () => line,
  }
}

function sameValues(a: LineWanted, b: LineWanted): boolean {
  return (Object.keys(a) as (keyof LineWanted)[]).every((key) => a[key] === b[key])
}

function report(fact: LineFact, become: (change: Partial<Line>) => void, options: LineOptions): void {
  const change = changeOf(fact, options.isUntrusted)
  if (change) become(change)
  else options.onFact(fact)
  if (fact.type === 'command-failed') options.log.warn('the line could not do it', { verb: fact.verb, why: fact.why })
}

/** What a fact changes of the line itself; the others are about calls. */
function changeOf(fact: LineFact, isUntrusted: LineOptions['isUntrusted']): Partial<Line> | null {
  switch (fact.type) {
    case 'registration':
      return { registration: withCause(fact.registration, isUntrusted) }
    case 'microphone':
      return { microphone: fact.microphone }
    case 'devices':
      return { devices: fact.devices }
    case 'camera':
      return { camera: fact.camera }
    case 'cameras':
      return { cameras: fact.cameras }
    case 'ring':
      return { ring: fact.ring }
    default:
      return null
  }
}

function withCause(registration: Registration, isUntrusted: LineOptions['isUntrusted']): Registration {
  if (registration.status !== 'failed' || registration.reason !== 'unreachable') return registration
  return isUntrusted(registration.server) ? { ...registration, reason: 'untrusted' } : registration
}
