import { expect, test } from 'vitest'
import type { LineFact, LineWanted } from '#contract'
import { type LineParts, nothingWanted, PhoneLine } from '#renderer/phone/line.ts'
import { account } from './sip/fake-line.ts'

type Say = (what: string) => (...words: readonly unknown[]) => undefined

function fakePictures(say: Say, refusal: Error | null): LineParts['pictures'] {
  const share = say('share')
  return {
    want: ({ cameraFor }) => say('camera for')(`${cameraFor}`),
    agreed: say('picture agreed'),
    held: say('picture held'),
    ended: say('picture ended'),
    share: (dialogId, on) => {
      share(dialogId, on)
      return refusal === null ? Promise.resolve() : Promise.reject(refusal)
    },
  }
}

/** Every part says what it was told, in order. */
function start(refusal: Error | null = null) {
  const told: string[] = []
  const facts: LineFact[] = []
  const state = { lacking: false }
  const say =
    (what: string) =>
    (...words: readonly unknown[]) =>
      void told.push([what, ...words.filter((word) => typeof word !== 'object' || word === null)].join(' '))
  const parts: LineParts = {
    sip: {
      serve: (served) => void told.push(`serve ${served?.number ?? 'nobody'}`),
      close: say('close'),
      command: (command) => {
        told.push(`sip ${command.verb}`)
        return refusal === null ? Promise.resolve() : Promise.reject(refusal)
      },
    },
    microphone: {
      openFor: say('open for'),
      established: say('microphone established'),
      held: say('microphone held'),
      ended: say('microphone ended'),
      tryOut: say('try out'),
    },
    capture: {
      want: say('hold'),
      get lacking() {
        return state.lacking
      },
    },
    peers: {
      want: (_, warm) => void told.push(`warm ${warm}`),
      refill: async () => void told.push('refill'),
    },
    legs: {
      hear: (established, microphoneFor) => void told.push(`hear [${established}] ${microphoneFor}`),
      held: say('leg held'),
      ended: say('leg ended'),
      ringBack: say('ring back'),
    },
    pictures: fakePictures(say, refusal),
    sounds: { use: say('sounds'), ring: say('ring'), tryRing: say('try ring') },
    meter: { run: say('meter') },
    devices: { watch: say('watch'), known: { microphones: [], speakers: [] } },
    report: (fact) => facts.push(fact),
  }
  return { line: new PhoneLine(parts), told, facts, state }
}

const wanted: LineWanted = { ...nothingWanted, account, warm: true, microphoneFor: 'd1', ring: 'call', levels: true }

test('everything main wants reaches its part, the microphone first', () => {
  const { line, told } = start()

  line.want(wanted)

  expect(told).toEqual([
    'open for d1',
    'camera for null',
    'hold true ',
    'watch false',
    'try out true',
    'warm true',
    'sounds',
    'ring call',
    'meter true',
    'hear [] d1',
    'serve 67470002',
  ])
})

test('an established dialog may use the microphone and is heard, and the next peer is made', () => {
  const { line, told, facts } = start()

  line.happened({ type: 'established', dialogId: 'd1' })

  expect(told).toEqual(
    ['ring back d1 false', 'microphone established d1', 'hear [d1] ', 'refill'].map((text) =>
      text.replace('] ', '] null'),
    ),
  )
  expect(facts).toEqual([{ type: 'established', dialogId: 'd1' }])
})

test('a dialog that ends loses the microphone before anything else', () => {
  const { line, told } = start()
  line.happened({ type: 'established', dialogId: 'd1' })
  told.length = 0

  line.happened({ type: 'ended', dialogId: 'd1', cause: 'we-ended' })

  expect(told[0]).toBe('microphone ended d1')
  expect(told).toContain('leg ended d1')
  expect(told).toContain('hear [] null')
})

test('hanging up closes the microphone at once, whatever SIP does', () => {
  const { line, told } = start()

  line.command({ verb: 'hang-up', dialogId: 'd1' })

  expect(told).toEqual(['microphone ended d1', 'picture ended d1', 'sip hang-up'])
})

test('holding closes the microphone at once, and a hold that comes to nothing opens it again', async () => {
  const { line, told, facts } = start(new Error('refused with 488'))

  line.command({ verb: 'hold', dialogId: 'd1', held: true })
  expect(told).toEqual(['microphone held d1 us true', 'picture held d1 true', 'sip hold'])
  await Promise.resolve()
  await Promise.resolve()

  expect(told.slice(-2)).toEqual(['microphone held d1 us false', 'picture held d1 false'])
  expect(facts).toMatchObject([{ type: 'command-failed', verb: 'hold' }])
})

test('a call that could not be retrieved stays closed', async () => {
  const { line, told } = start(new Error('refused with 488'))
  line.happened({ type: 'hold', dialogId: 'd1', held: true })

  line.command({ verb: 'hold', dialogId: 'd1', held: false })
  await Promise.resolve()
  await Promise.resolve()

  expect(told.slice(-2)).toEqual(['microphone held d1 us true', 'picture held d1 true'])
})

test('whoever holds, the leg is on hold until both have let go', () => {
  const { line, told, facts } = start()

  line.happened({ type: 'hold', dialogId: 'd1', held: true })
  line.happened({ type: 'held-by-far-side', dialogId: 'd1', held: true })
  line.happened({ type: 'hold', dialogId: 'd1', held: false })
  line.happened({ type: 'held-by-far-side', dialogId: 'd1', held: false })

  expect(told.filter((text) => text.startsWith('leg'))).toEqual([
    'leg held d1 true',
    'leg held d1 true',
    'leg held d1 true',
    'leg held d1 false',
  ])
  expect(told).toContain('microphone held d1 far-side true')
  expect(facts).toHaveLength(4)
})

test('a command that cannot be carried out is said', async () => {
  const { line, facts } = start(new Error('no such call'))

  line.command({ verb: 'answer', dialogId: 'd1' })
  await Promise.resolve()
  await Promise.resolve()

  expect(facts).toEqual([{ type: 'command-failed', verb: 'answer', dialogId: 'd1', why: 'no such call' }])
})

test('holds the device as long as a dialog is up, though no further call may come', () => {
  const { line, told } = start()
  line.happened({ type: 'invited', dialogId: 'd1', number: '1' })
  line.want({ ...wanted, warm: false })
  expect(told).toContain('hold true ')
  expect(told).toContain('watch true')
  told.length = 0

  line.happened({ type: 'ended', dialogId: 'd1', cause: 'cancelled' })

  expect(told).toContain('hold false ')
  expect(told).toContain('watch false')
})

test('looks out for a microphone while there is none', () => {
  const { line, told, state, facts } = start()
  state.lacking = true

  line.microphoneIs({ status: 'missing', label: '' })

  expect(told).toEqual(['watch true'])
  expect(facts).toEqual([{ type: 'microphone', microphone: { status: 'missing', label: '' } }])
})

test('nobody listens in and nothing rings on when main is gone, but the call stays', () => {
  const { line, told } = start()

  line.unwanted()

  expect(told).toEqual(['open for ', 'camera for null', 'ring none', 'meter false'])
})

test('closing lets everything go and tells SIP once', () => {
  const { line, told } = start()
  line.want(wanted)
  told.length = 0

  line.command({ verb: 'close' })

  expect(told).toContain('hold false ')
  expect(told).toContain('warm false')
  expect(told.filter((text) => text === 'close' || text.startsWith('serve'))).toEqual(['close'])
})

test('a far side that rings may need a sound, and tries of the ring go to the ringer', () => {
  const { line, told } = start()

  line.happened({ type: 'far-side-rings', dialogId: 'd1' })
  line.command({ verb: 'try-ring', sound: 'message' })

  expect(told).toEqual(['ring back d1 true', 'try ring message'])
})

test('new devices are used and told', () => {
  const { line, told, facts } = start()
  const known = { microphones: [], speakers: [{ id: 'a', groupId: 'g', label: 'l' }] }

  line.devicesChanged(known)

  expect(told).toEqual(['sounds'])
  expect(facts).toEqual([{ type: 'devices', devices: known }])
})
