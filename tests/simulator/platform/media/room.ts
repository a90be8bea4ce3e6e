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
  const heardBy = (listener: Place) => all().filter((speaker) => isHeardBy(speaker, listener))
  const isDirect = (listener: Place) => {
    const speakers = heardBy(listener)
    return speakers.length === 1 && speakers.every(({ end }) => isLeg(end))
  }
  const heard = (listener: Place): Frame | null => {
    if (listener.aside) return listener.aside()
    return mix(heardBy(listener).map((speaker) => take(listener, speaker, all())))
  }
  // A leg alone with a telephone speaks straight into its ear, so that each frame keeps the moment it came.
  const speak = (speaker: Place, frame: Frame, at?: number) => {
    for (const listener of all().filter((one) => isHeardBy(speaker, one))) {
      if (!isLeg(listener.end) && isDirect(listener)) listener.end.hear(frame, at)
      else put(listener, speaker.end, frame)
    }
  }
  const change = (end: End, set: (place: Place) => void) => {
    const place = places.get(end)
    if (!place) return
    set(place)
    for (const one of all()) one.inbox.clear()
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
          () => heard(place),
          (frame, at) => speak(place, frame, at),
        )
      onChange()
    },
    leave: (end) => {
      if (!places.delete(end)) return
      if (isLeg(end)) wire(end, null, null)
      for (const { inbox } of all()) inbox.delete(end)
      onChange()
    },
    setAside: (end, source) =>
      change(end, (place) => {
        place.aside = source
      }),
    setAudience: (end, audience) =>
      change(end, (place) => {
        place.audience = audience
      }),
    beat: (at) => {
      for (const listener of all()) {
        if (isLeg(listener.end) || isDirect(listener)) continue
        const frame = heard(listener)
        if (frame) listener.end.hear(frame, at)
      }
    },
    get needsBeat() {
      return all().some((one) => !isLeg(one.end) && !isDirect(one) && (one.aside !== null || heardBy(one).length > 0))
    },
  }
}

function wire({ voice }: LegEnd, listen: Source | null, speak: ((frame: Frame, at?: number) => void) | null): void {
  voice.say(listen)
  voice.onFrame = speak
}
