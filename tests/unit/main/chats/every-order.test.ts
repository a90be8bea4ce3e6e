import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { GatewayEvent } from '#main/gateway/event.ts'
import { call, play, START, said } from './support/play.ts'

const ids = ['c1', 'c2', 'c3']

interface World {
  readonly events: readonly GatewayEvent[]
  /** What was said in each chat, in its order. */
  readonly truth: Readonly<Record<string, readonly string[]>>
}

/** A morning as the platform lived it: chats that begin, words in them, ends. */
const worlds: fc.Arbitrary<World> = fc
  .array(fc.tuple(fc.constantFrom(...ids), fc.constantFrom('say', 'say', 'say', 'end')), { maxLength: 40 })
  .map((steps) => {
    const events: GatewayEvent[] = []
    const truth: Record<string, string[]> = {}
    const over = new Set<string>()
    steps.forEach(([callId, what], index) => {
      const at = START + (index + 1) * 1_000
      if (over.has(callId)) return
      const spoken = truth[callId] ?? []
      truth[callId] = spoken
      if (spoken.length === 0) {
        events.push(call('ringing', at, { callId }), call('talking', at + 1, { callId }))
      }
      if (what === 'end') {
        over.add(callId)
        events.push({ type: 'customer-release', callId, at: at + 2 }, { type: 'call-release', callId, at: at + 3 })
      } else {
        const text = `${callId} ${index}`
        spoken.push(text)
        events.push(said(text, { callId, at: at + 4 }))
      }
    })
    return { events, truth }
  })

type Mischief = readonly { readonly swap: number; readonly twice: number; readonly answer: number }[]

const mischief: fc.Arbitrary<Mischief> = fc.array(
  fc.record({ swap: fc.nat({ max: 6 }), twice: fc.nat({ max: 200 }), answer: fc.nat({ max: 5 }) }),
  { minLength: 1, maxLength: 30 },
)

/** Some events change places with a later one, some come twice, near or far. */
function disturbed(events: readonly GatewayEvent[], faults: Mischief): readonly GatewayEvent[] {
  const order = [...events]
  faults.forEach(({ swap, twice }, index) => {
    const at = (index * 7) % Math.max(1, order.length)
    const other = Math.min(order.length - 1, at + swap)
    const [one, two] = [order[at], order[other]]
    if (one && two) {
      order[at] = two
      order[other] = one
    }
    if (twice < order.length && order[twice % 7]) order.splice(twice, 0, order[twice % 7] as GatewayEvent)
  })
  return order
}

/** The platform answers now and then what is asked of it; `live`: what it has at that moment. */
function playDisturbed(events: readonly GatewayEvent[], faults: Mischief, live: (callId: string) => boolean) {
  const game = play()
  let at = START
  const answerAll = () => {
    for (const { chatId } of game.state().open) {
      const details = { callId: chatId, caller: 'bob', called: 'web', feature: 0, answered: true }
      game.apply({ type: 'known', chatId, details: live(chatId) ? details : null, at })
    }
  }
  events.forEach((event, index) => {
    at = Math.max(at, event.at)
    game.hear({ ...event, at })
    if (faults[index % faults.length]?.answer === 0) answerAll()
  })
  while (game.state().open.length > 0) answerAll()
  return game
}

test('whatever the order, and whatever comes twice: no message is lost, none is there twice, and all stand in order', () => {
  fc.assert(
    fc.property(worlds, mischief, fc.boolean(), ({ events, truth }, faults, live) => {
      const game = playDisturbed(disturbed(events, faults), faults, () => live)

      for (const id of ids) expect(game.texts(id)).toEqual(truth[id] ?? [])
    }),
    { numRuns: 400 },
  )
})

test('a place never changes once it has been told, and no two are the same', () => {
  fc.assert(
    fc.property(worlds, mischief, ({ events }, faults) => {
      const game = playDisturbed(disturbed(events, faults), faults, () => true)

      for (const told of game.told.values()) expect(new Set(told.map(({ place }) => place)).size).toBe(1)
      for (const { messages } of game.state().chats) {
        const places = messages.map(({ place }) => place)
        expect(places).toEqual([...new Set(places)].sort((one, other) => one - other))
        expect(places.every((place) => Number.isSafeInteger(place) && place >= 1)).toBe(true)
      }
    }),
    { numRuns: 200 },
  )
})

test('whatever is lost on the way, everything that arrives is shown once', () => {
  fc.assert(
    fc.property(worlds, mischief, fc.array(fc.nat({ max: 80 })), ({ events, truth }, faults, lost) => {
      const left = events.filter((_, index) => !lost.includes(index))
      const arrived = new Set(left.flatMap((event) => (event.type === 'chat-said' ? [event.said.id] : [])))
      const game = playDisturbed(disturbed(left, faults), faults, () => false)

      for (const id of ids) {
        const due = (truth[id] ?? []).filter((text) => arrived.has(`m-${text}`))
        expect(game.texts(id)).toEqual(due)
      }
    }),
    { numRuns: 200 },
  )
})

test('without duplicates what is over stays over, in any order', () => {
  fc.assert(
    fc.property(worlds, mischief, ({ events }, faults) => {
      const calm = faults.map((fault) => ({ ...fault, twice: 1_000 }))
      const ended = new Set(events.flatMap((event) => (event.type === 'call-release' ? [event.callId] : [])))
      const game = playDisturbed(disturbed(events, calm), calm, (callId) => !ended.has(callId))

      for (const id of ended) expect(game.chat(id)?.phase.name ?? 'ended').toBe('ended')
    }),
    { numRuns: 200 },
  )
})
