import { expect, test } from 'vitest'
import type { LineWanted, PictureSignal, ScreenSource } from '#contract'
import { createPicture } from '#main/picture/picture.ts'
import { screenSources } from '#main/picture/screens.ts'

function start() {
  const wanted: LineWanted['picture'][] = []
  const toDesk: PictureSignal[] = []
  const toPhone: PictureSignal[] = []
  const leg = { now: 'd1' as string | null }
  const picture = createPicture({
    onWanted: (one) => wanted.push(one),
    toDesk: (signal) => toDesk.push(signal),
    toPhone: (signal) => toPhone.push(signal),
    dialogOf: () => leg.now,
    screens: { list: () => Promise.resolve({ by: 'system' }) },
  })
  const want = (viewing: string, far = true, self = true) =>
    picture.requests['picture.want']({ callId: 'call-1', viewing, far, self })
  return { picture, wanted, toDesk, toPhone, leg, want }
}

const signal = (viewing: string): PictureSignal => ({ viewing, round: 1, sdp: 'v=0' })

test('what the desk looks at is asked of the dialog that has it', () => {
  const { wanted, want } = start()

  want('v1', true, false)

  expect(wanted).toEqual([{ dialogId: 'd1', viewing: 'v1', far: true, self: false }])
})

test('nobody looks: nothing is asked for', () => {
  const { picture, wanted, want } = start()

  want('v1', false, false)
  want('v2')
  picture.requests['picture.want'](null)

  expect(wanted).toEqual([null, expect.objectContaining({ viewing: 'v2' }), null])
})

test('a call that is over has no picture, and one whose leg is another has another', () => {
  const { picture, wanted, want, leg } = start()
  want('v1')

  leg.now = 'd2'
  picture.callsChanged()
  leg.now = null
  picture.callsChanged()

  expect(wanted.map((one) => one?.dialogId)).toEqual(['d1', 'd2', undefined])
})

test('signals are carried both ways, of the viewing that is on and of no other', () => {
  const { picture, toDesk, toPhone, want } = start()
  want('v2')

  picture.phoneRequests['picture.toDesk'](signal('v1'))
  picture.phoneRequests['picture.toDesk'](signal('v2'))
  picture.requests['picture.toPhone'](signal('v2'))
  picture.deskGone()
  picture.requests['picture.toPhone'](signal('v2'))

  expect(toDesk).toEqual([signal('v2')])
  expect(toPhone).toEqual([signal('v2')])
})

test('the camera alone may be looked at, without a call', () => {
  const { picture, wanted } = start()

  picture.requests['picture.want']({ callId: null, viewing: 'v1', far: true, self: true })

  expect(wanted).toEqual([{ dialogId: null, viewing: 'v1', far: false, self: true }])
})

const source = (kind: ScreenSource['kind'], name: string): ScreenSource => ({ id: name, kind, name, thumbnail: '' })

test('Earshot’s own windows are not offered, its name on a screen is', async () => {
  const list = () =>
    Promise.resolve([source('window', 'Earshot'), source('window', 'Notes'), source('screen', 'Earshot')])
  const screens = screenSources({ systemPicks: false, list, ownTitles: () => ['Earshot'] })

  expect(await screens.list()).toEqual({ by: 'own', sources: [source('window', 'Notes'), source('screen', 'Earshot')] })
})

test('where the system asks nothing is listed', async () => {
  const list = () => Promise.reject(new Error('not asked'))
  const screens = screenSources({ systemPicks: true, list, ownTitles: () => [] })

  expect(await screens.list()).toEqual({ by: 'system' })
})

test('a screen is given once to whoever asked for it', () => {
  const screens = screenSources({ systemPicks: false, list: () => Promise.resolve([]), ownTitles: () => [] })

  screens.choose('screen:1:0')

  expect([screens.take(), screens.take()]).toEqual(['screen:1:0', null])
})
