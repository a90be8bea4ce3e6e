import type { Given, Parts } from './parts.ts'
import { createPicture, type PicturePart } from './picture/picture.ts'

/** The pictures of the calls, between the phone window that has them and the desk that shows them. */
export function createPictureOfSite({ tell, screens }: Given, made: () => Pick<Parts, 'calls' | 'line'>): PicturePart {
  return createPicture({
    onWanted: (picture) => made().line.want({ picture }),
    toDesk: (signal) => tell.desk('picture.fromPhone', signal),
    toPhone: (signal) => tell.phone('picture.fromDesk', signal),
    dialogOf: (callId) => made().calls.dialogOf(callId),
    screens,
  })
}
