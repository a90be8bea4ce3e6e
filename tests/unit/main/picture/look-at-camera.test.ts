import { expect, test } from 'vitest'
import type { LineWanted } from '#contract'
import { createPicture } from '#main/picture/picture.ts'

function start() {
  const wanted: LineWanted['picture'][] = []
  const picture = createPicture({
    onWanted: (one) => void wanted.push(one),
    toDesk: () => undefined,
    toPhone: () => undefined,
    dialogOf: () => null,
    screens: { list: () => Promise.resolve({ by: 'system' }) },
  })
  return { wanted, want: picture.requests['picture.want'], deskGone: picture.deskGone }
}

test('the camera itself is looked at without a call, and no longer than the desk is there', () => {
  const { wanted, want, deskGone } = start()

  want({ callId: null, viewing: 'v1', far: true, self: true })
  deskGone()

  expect(wanted).toEqual([{ dialogId: null, viewing: 'v1', far: false, self: true }, null])
})
