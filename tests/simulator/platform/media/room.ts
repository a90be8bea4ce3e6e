import type { Source } from '../../sip/sip-side.ts'
import { type End, isLeg, type LegEnd } from './end.ts'
import { type Frame, mix } from './mix.ts'
import { isHeardBy, openPlace, type Place, put, take } from './place.ts'

/** Ends that hear each other: each all the others, mixed. */
export interface Room {
  readonly ends: readonly End[]
  join(end: End): void
  leave(end: End): void
  /** It hears this instead of the others, and they do not hear it; null: back among them. */
  setAside(end: End, source: Source | null): void
  /** Whom it lets hear it; everybody unless said otherwise. A muted end has nobody. */
  setAudience(end: End, audience: (other: End) => boolean): void
  /** Gives every telephone what it hears, except those a leg speaks to directly. */
  beat(at: number): void
  /** Whether somebody would hear nothing without a beat. */
  readonly needsBeat: boolean
}

/** `onChange`: somebody came, left, or hears something else. */
export function createRoom(onChange: () => void): Room {
  const places = new Map<End, Place>()
  const all = () => [...places.values()]
  const change = (end: End, set: Partial<Pick<Place, 'aside' | 'audience'>>) => {
    const place = places.get(end)
    if (!place) return
    Object.assign(place, set)
    for (const one of places.values()) one.inbox.clear()
    onChange()
  }
  return {
    get ends() {
      return [...places.keys()]
    },
    join: (end) => {
      if (places.has(end)) return
      const place = openPlace(end)
      places.set(end, place)
      if (isLeg(end))
        wire(
          end,
          () => soundFor(place, all()),
          (frame, at) => speak(place, all(), frame, at),
        )
      onChange()
    },
    leave: (end) => {
      if (!places.delete(end)) return
      if (isLeg(end)) wire(end, null, null)
      for (const { inbox } of places.values()) inbox.delete(end)
      onChange()
    },
    setAside: (end, aside) => change(end, { aside }),
    setAudience: (end, audience) => change(end, { audience }),
    beat: (at) => {
      for (const listener of all()) giveFrame(listener, all(), at)
    },
    get needsBeat() {
      return all().some((one) => waitsForBeat(one, all()))
    },
  }
}

function heardBy(listener: Place, all: readonly Place[]): Place[] {
  return all.filter((speaker) => isHeardBy(speaker, listener))
}

/** Nobody but one leg speaks to it. */
function isDirect(listener: Place, all: readonly Place[]): boolean {
  const speakers = heardBy(listener, all)
  return speakers.length === 1 && speakers.every(({ end }) => isLeg(end))
}

function waitsForBeat(listener: Place, all: readonly Place[]): boolean {
  if (isLeg(listener.end) || isDirect(listener, all)) return false
  return listener.aside !== null || heardBy(listener, all).length > 0
}

function soundFor(listener: Place, all: readonly Place[]): Frame | null {
  if (listener.aside) return listener.aside()
  return mix(heardBy(listener, all).map((speaker) => take(listener, speaker, all)))
}

function giveFrame(listener: Place, all: readonly Place[], at: number): void {
  if (isLeg(listener.end) || isDirect(listener, all)) return
  const frame = soundFor(listener, all)
  if (frame) listener.end.hear(frame, at)
}

/** A leg alone with a telephone speaks straight into its ear, so that each frame keeps the moment it came. */
function speak(speaker: Place, all: readonly Place[], frame: Frame, at?: number): void {
  for (const listener of all) {
    if (!isHeardBy(speaker, listener)) continue
    if (!isLeg(listener.end) && isDirect(listener, all)) listener.end.hear(frame, at)
    else put(listener, speaker.end, frame)
  }
}

function wire({ voice }: LegEnd, listen: Source | null, say: ((frame: Frame, at?: number) => void) | null): void {
  voice.say(listen)
  voice.onFrame = say
}
