import { expect, test } from 'vitest'
import { ringOf, snapshot } from '#main/calls/snapshot.ts'
import { askFor, CALL_ID, type CallStory, callNamed, DIALOG_ID, facts, legs, talkingStory } from '#support/calls.ts'

const second = { ...facts.ringing, callId: 'second', caller: '13900139000' } as const

function phases(story: CallStory) {
  return snapshot(story.state()).list.map(({ number, phase }) => `${number} ${phase.name}`)
}

test('a held call closes the microphone, and Talking opens it again with the first clock', () => {
  const story = talkingStory()
  const since = story.first()?.talkingSince

  askFor(story, { verb: 'hold' })
  expect(story.microphone()).toBeNull()
  story.hears(facts.hold)
  expect(story.first()).toMatchObject({ phase: { name: 'held' }, verbs: ['retrieve', 'hang-up'] })
  expect(story.first()?.pending).toBeUndefined()

  askFor(story, { verb: 'retrieve' }).hears(facts.talking)
  expect(story.microphone()).toBe(DIALOG_ID)
  expect(story.first()).toMatchObject({ phase: { name: 'talking' }, talkingSince: since })
})

test('a hold that is refused opens the microphone again, and says so', () => {
  const story = askFor(talkingStory(), { verb: 'hold' })

  story.apply({
    type: 'failed',
    id: story.first()?.id ?? '',
    verb: 'hold',
    reason: 'refused',
    retcode: '200-014',
    at: 1,
  })

  expect(story.microphone()).toBe(DIALOG_ID)
  expect(story.first()?.failure).toEqual({ verb: 'hold', reason: 'refused', retcode: '200-014' })
})

test('call waiting is shown and sounds softly, and does not take the microphone', () => {
  const story = talkingStory().hears(second)

  expect(phases(story)).toEqual(['13800138000 talking', '13900139000 ringing'])
  expect(ringOf(story.state())).toBe('waiting')
  expect(story.microphone()).toBe(DIALOG_ID)
})

test('whoever answers a waiting call is not heard by the first caller from the press on', () => {
  const story = talkingStory().hears(second)

  askFor(story, { verb: 'answer' }, callNamed(story, 'second')?.id)
  expect(story.microphone()).toBeNull()
  story.hears(facts.hold).hears({ ...second, type: 'talking' })

  expect(phases(story)).toEqual(['13900139000 talking', '13800138000 held'])
  expect(story.microphone()).toBe(DIALOG_ID)
})

test('one call talks, although the word that the other one waits is late', () => {
  const story = talkingStory()
    .hears(second)
    .hears({ ...second, type: 'talking' })
  expect(phases(story)).toEqual(['13900139000 talking', '13800138000 held'])

  story.hears(facts.hold)

  expect(phases(story)).toEqual(['13900139000 talking', '13800138000 held'])
})

test('a swap is one event after the other, with the microphone closed between', () => {
  const story = talkingStory()
    .hears(facts.hold)
    .hears(second)
    .hears({ ...second, type: 'talking' })

  askFor(story, { verb: 'retrieve' })
  expect(story.microphone()).toBeNull()
  story.hears({ type: 'hold', callId: 'second' })
  expect(story.microphone()).toBeNull()
  story.hears(facts.talking)

  expect(phases(story)).toEqual(['13800138000 talking', '13900139000 held'])
  expect(story.microphone()).toBe(DIALOG_ID)
})

test('a held customer who hangs up ends that call alone', () => {
  const story = talkingStory()
    .hears(facts.hold)
    .hears(second)
    .hears({ ...second, type: 'talking' })

  story.hears(facts.customerRelease).hears(facts.callRelease)

  expect(phases(story)).toEqual(['13900139000 talking', '13800138000 ended'])
  expect(story.microphone()).toBe(DIALOG_ID)
})

test('a mute survives hold and retrieve', () => {
  const story = talkingStory()
  story.apply({ type: 'confirmed', id: story.first()?.id ?? '', verb: 'mute' })

  story.hears(facts.hold).hears(facts.talking)

  expect(story.first()).toMatchObject({ phase: { muted: true } })
  expect(story.microphone()).toBeNull()
})

test('the agent who speaks into a muted microphone is warned until it is open or quiet', () => {
  const story = talkingStory().line({ type: 'speaks-muted', speaks: true })
  expect(story.first()?.speaksMuted).toBeUndefined()

  story.apply({ type: 'confirmed', id: story.first()?.id ?? '', verb: 'mute' })
  story.line({ type: 'speaks-muted', speaks: true })
  expect(story.first()?.speaksMuted).toBe(true)

  story.apply({ type: 'confirmed', id: story.first()?.id ?? '', verb: 'unmute' })
  expect(story.first()?.speaksMuted).toBeUndefined()
})

test('keys that were sent are shown in their order, secret ones as dots', () => {
  const story = talkingStory()
  const id = story.first()?.id ?? ''

  story.apply({ type: 'keys-accepted', id, keys: '1#', secret: false })
  story.apply({ type: 'keys-accepted', id, keys: '4111', secret: true })

  expect(story.first()?.keysSent).toBe('1#••••')
})

test('recording is what the platform says; pause and resume are known by its yes', () => {
  const story = talkingStory().hears({ type: 'recording', state: 'on', callId: CALL_ID })
  const id = story.first()?.id ?? ''
  expect(story.first()?.recording).toBe('on')

  story.apply({ type: 'confirmed', id, verb: 'pause-recording' })
  expect(story.first()?.recording).toBe('paused')
  story.apply({ type: 'confirmed', id, verb: 'resume-recording' })
  expect(story.first()?.recording).toBe('on')
  expect(story.hears({ type: 'recording', state: 'off' }).first()?.recording).toBe('off')
})

test('the leg that is lost under two calls leaves both, without a microphone', () => {
  const story = talkingStory()
    .hears(facts.hold)
    .hears(second)
    .hears({ ...second, type: 'talking' })

  story.line({ ...legs.ended, cause: 'lost' })

  expect(story.microphone()).toBeNull()
  expect(story.state().calls).toHaveLength(2)
})

test('a waiting call that was declined into its queue may ring again, after another one too', () => {
  const story = talkingStory().hears(second)
  askFor(story, { verb: 'decline' }, callNamed(story, 'second')?.id).hears({ type: 'no-answer', callId: 'second' })
  expect(callNamed(story, 'second')).toBeUndefined()

  story
    .hears({ ...second, callId: 'third', caller: '137' })
    .hears({ type: 'no-answer', callId: 'third' })
    .hears(second)

  expect(phases(story).slice(0, 2)).toEqual(['13800138000 talking', '13900139000 ringing'])
})
