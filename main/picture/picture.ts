import type { LineWanted, PhonePictureRequests, PictureRequests, PictureSignal, PictureWant } from '#contract'
import type { ScreenSources } from './screens.ts'

export interface PictureOptions {
  /** Of which dialog the phone window is to show what. */
  readonly onWanted: (picture: LineWanted['picture']) => void
  readonly toDesk: (signal: PictureSignal) => void
  readonly toPhone: (signal: PictureSignal) => void
  /** Where this call's picture is, or null: it is over, or has no leg. */
  readonly dialogOf: (callId: string) => string | null
  readonly screens: Pick<ScreenSources, 'list'>
}

export interface PicturePart {
  readonly requests: PictureRequests
  readonly phoneRequests: PhonePictureRequests
  /** A call's leg may be another one now, or gone. */
  callsChanged(): void
  /** The desk's page is another one, or gone: nobody looks. */
  deskGone(): void
}

/** Carries what the desk wants to see, and the signals of the connection that shows it; what they say is not read. */
export function createPicture({ onWanted, toDesk, toPhone, dialogOf, screens }: PictureOptions): PicturePart {
  let want: PictureWant | null = null

  function tell(): void {
    onWanted(want && (want.far || want.self) ? wantedOf(want) : null)
  }

  function wantedOf({ callId, viewing, far, self }: PictureWant): LineWanted['picture'] {
    if (callId === null) return self ? { dialogId: null, viewing, far: false, self } : null
    const dialogId = dialogOf(callId)
    return dialogId === null ? null : { dialogId, viewing, far, self }
  }

  /** A page that is gone left signals on their way. */
  const ifCurrent = (signal: PictureSignal, carry: (signal: PictureSignal) => void) => {
    if (signal.viewing === want?.viewing) carry(signal)
  }

  return {
    requests: {
      'picture.want': (input) => {
        want = input
        tell()
      },
      'picture.toPhone': (signal) => ifCurrent(signal, toPhone),
      'picture.screens': () => screens.list(),
    },
    phoneRequests: { 'picture.toDesk': (signal) => ifCurrent(signal, toDesk) },
    callsChanged: tell,
    deskGone: () => {
      want = null
      tell()
    },
  }
}
