import { noInside } from '#simulator/sip/legs/inside/inside.ts'
import { noPicture } from '#simulator/sip/legs/no-leg.ts'
import type { LegEnd, PhoneLeg, SipFaults, SipSide, Source } from '#simulator/sip/sip-side.ts'
import { createEar } from '#simulator/voice/ear.ts'

/** What a fake softphone does with an INVITE. */
export type Habit = 'takes' | 'refuses' | 'rings'

export interface FakeLeg extends PhoneLeg {
  readonly from: string
  /** What the platform makes the phone hear at this moment. */
  readonly hears: () => Source | null
  /** The phone's side of it. */
  phoneHangsUp(): void
  phoneSays(frame: Int16Array): void
  readonly done: string[]
}

export interface FakeSipSide extends SipSide {
  readonly legs: FakeLeg[]
  habit: Habit
  register(number: string): void
  unregister(number: string): void
  /** A softphone dials. */
  dial(number: string, called: string): FakeLeg
}

const faults: SipFaults = {
  refuseRegister: null,
  challenge: 'MD5',
  glare: 0,
  forkRings: 'no',
  forkAnswers: false,
  reliableRinging: false,
  telephoneEvents: true,
  bundle: true,
  sessionExpires: null,
  deaf: false,
  delayMs: 0,
  closeSockets: () => undefined,
  sendRaw: () => undefined,
}

/** Softphones without a wire: they answer as told, at once. */
export function createFakeSipSide(): FakeSipSide {
  const registered = new Set<string>()
  const legs: FakeLeg[] = []
  const side: FakeSipSide = {
    url: 'wss://localhost:0/ws',
    faults: { ...faults },
    legs,
    habit: 'takes',
    isRegistered: (number) => registered.has(number),
    invite: (number, from) => {
      const leg = createFakeLeg(number, from.number, registered.has(number) ? side.habit : 'refuses')
      leg.picture.wanted = from.video === true
      legs.push(leg)
      return leg
    },
    onDial: () => undefined,
    onRegistration: () => undefined,
    register: (number) => {
      registered.add(number)
      side.onRegistration(number, true)
    },
    unregister: (number) => {
      registered.delete(number)
      side.onRegistration(number, false)
    },
    dial: (number, called) => {
      const leg = createFakeLeg(number, called, 'rings')
      legs.push(leg)
      side.onDial(leg, called)
      return leg
    },
    stop: () => Promise.resolve(),
  }
  return side
}

function createFakeLeg(number: string, from: string, habit: Habit): FakeLeg {
  const done: string[] = []
  let source: Source | null = null
  let answer: (taken: boolean) => void = () => undefined
  let end: (end: LegEnd) => void = () => undefined
  const answered = new Promise<boolean>((resolve) => {
    answer = resolve
  })
  const ended = new Promise<LegEnd>((resolve) => {
    end = resolve
  })
  const finish = (how: LegEnd) => {
    answer(false)
    end(how)
  }
  const leg: FakeLeg = {
    callId: `fake-${number}-${from}`,
    number,
    from,
    answered,
    ended,
    done,
    times: {},
    inside: noInside(),
    picture: noPicture(),
    voice: { say: (next) => (source = next), hearing: createEar(), onFrame: null, digits: '' },
    hears: () => source,
    hangUp: () => {
      done.push('hang-up')
      finish({ by: 'centre' })
    },
    ring: () => done.push('ring'),
    accept: async () => {
      done.push('accept')
      answer(true)
    },
    refuse: (code) => {
      done.push(`refuse ${code}`)
      finish({ by: 'centre' })
    },
    phoneHangsUp: () => finish({ by: 'phone' }),
    phoneSays: (frame) => leg.voice.onFrame?.(frame),
  }
  if (habit === 'takes') answer(true)
  if (habit === 'refuses') finish({ by: 'phone', code: 486 })
  return leg
}
