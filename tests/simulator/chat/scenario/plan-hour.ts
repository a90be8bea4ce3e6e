import { type ChannelName, channels } from '../channels.ts'
import type { Opening } from '../customers/chat-customer.ts'
import type { Step } from '../customers/script.ts'
import type { Sendable } from '../customers/sendable.ts'
import { createRandom, type Random } from './random.ts'
import { words } from './words.ts'

export interface HourOptions {
  readonly seed: number
  /** Conversations at once; each place begins another when one is over. */
  readonly atOnce?: number
  readonly lastsMs?: number
}

export interface PlannedChat {
  readonly name: string
  readonly channel: ChannelName
  readonly beginsMs: number
  readonly opening: Opening
  readonly script: readonly Step[]
}

const minuteMs = 60_000

/** What the customers of an hour do, and when; whoever says goodbye waits for the agent to end it. */
export function planHour({ seed, atOnce = 30, lastsMs = 60 * minuteMs }: HourOptions): readonly PlannedChat[] {
  const random = createRandom(seed)
  return Array.from({ length: atOnce }, (_, place) => planPlace(random, place, lastsMs)).flat()
}

function planPlace(random: Random, place: number, lastsMs: number): PlannedChat[] {
  const chats: PlannedChat[] = []
  let atMs = random.between(0, 2 * minuteMs)
  while (atMs < lastsMs) {
    const takesMs = Math.min(random.between(4 * minuteMs, 20 * minuteMs), lastsMs - atMs)
    chats.push(planChat(random, `${place + 1}.${chats.length + 1}`, atMs, takesMs))
    atMs += takesMs + random.between(5_000, minuteMs)
  }
  return chats
}

function planChat(random: Random, name: string, beginsMs: number, takesMs: number): PlannedChat {
  const said = { count: 0 }
  const say = (): Step => ({ says: words(random, name, ++said.count) })
  const script: Step[] = [{ waitsFor: 'agent' }]
  for (let atMs = 0; atMs < takesMs; ) {
    const waitsMs = random.between(2_000, 40_000)
    script.push({ waitsMs }, ...turn(random, say))
    atMs += waitsMs
  }
  script.push(pause(random), random.chance(0.5) ? { leaves: true } : { says: `Goodbye · ${name}` })
  return {
    name,
    channel: random.oneOf(channels),
    beginsMs,
    opening: {
      says: words(random, name, ++said.count),
      ...(random.chance(0.3) && {
        robot: ['Hi', 'I am a robot', 'A person, please'].map((line) => `${line} · ${name}`),
      }),
    },
    script,
  }
}

/** Mostly words, sometimes several at once, sometimes something else. */
function turn(random: Random, say: () => Step): readonly Step[] {
  const kind = random.next()
  if (kind < 0.6) return [{ types: true }, { waitsMs: random.between(500, 2_500) }, say()]
  if (kind < 0.75) return [say(), pause(random), say(), pause(random), say()]
  if (kind < 0.85) return [{ sends: something(random) }]
  return [{ reads: true }]
}

/** Nobody types two messages in one millisecond: their times tell them apart. */
function pause(random: Random): Step {
  return { waitsMs: random.between(20, 400) }
}

function something(random: Random): Sendable {
  const content = Buffer.from('content')
  return random.oneOf<() => Sendable>([
    () => ({ kind: 'IMAGE', content, ending: 'png' }),
    () => ({ kind: 'AUDIO', content, ending: 'mp3' }),
    () => ({ kind: 'FILE', content, ending: 'pdf', name: '账单, mine.pdf' }),
    () => ({ kind: 'LOCATE', latitude: 31.2, longitude: 121.5, description: '上海' }),
    () => ({ kind: 'WEBCARD', title: 'Order', description: 'On its way', url: 'https://example.com/7' }),
    () => ({ kind: 'EMAIL', subject: 'Order', html: '<p>Where is it?</p>' }),
    () => ({ kind: 'RAW', mediaType: 'HOLOGRAM', content: 'of a kind nobody knows' }),
  ])()
}
