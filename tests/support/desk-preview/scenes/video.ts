import type { Page } from '@playwright/test'
import type { Call, CallVideo, Camera } from '#contract'
import type { Scene } from '../scenes.ts'
import { agentIn, ago, callOf, deskState, type Look, missed, wellLine } from '../state.ts'
import { showPictures } from './pictures.ts'
import { talkingCall } from './talk.ts'

const both: CallVideo = { sending: 'camera', receiving: true }
const seen = (video: CallVideo = both, more: Partial<Call> = {}) =>
  talkingCall({
    video,
    verbs: ['mute', 'hold', 'keys', 'transfer', 'consult', 'stop-video', 'share-screen', 'hang-up'],
    ...more,
  })
const sharing = seen(
  { sending: 'screen', receiving: true },
  { verbs: ['mute', 'hold', 'stop-video', 'stop-sharing', 'hang-up'] },
)
const three = seen(
  { ...both, layout: 'equal' },
  {
    parties: [
      { number: '13800138000', kind: 'customer', state: 'talking' },
      { number: '6073', kind: 'agent', state: 'talking' },
    ],
    verbs: ['mute', 'hold', 'stop-video', 'share-screen', 'set-layout', 'hang-up'],
  },
)
const held = seen(
  { sending: 'off', receiving: false, waits: true },
  { phase: { name: 'held', since: ago(4_000) }, verbs: ['retrieve', 'transfer', 'consult', 'hang-up'] },
)
const rings = callOf({ name: 'Li Na 李娜', video: { sending: 'off', receiving: false, askedByFarSide: true } })

const talk =
  (call: Call, camera: Camera = { status: 'open', label: 'FaceTime HD' }) =>
  (look: Look) =>
    deskState(look, {
      agent: agentIn({ name: 'talking' }),
      calls: { list: [call], missed },
      line: { ...wellLine, camera },
    })
const bar = (call: Call) => (look: Look) => {
  const state = talk(call)(look)
  return { ...state, settings: { ...state.settings, barMode: true } }
}
const small = { width: 1024, height: 640 }

const sources = [
  { id: 's0', kind: 'screen', name: 'Screen 1 屏幕 1', thumbnail: '' },
  { id: 's1', kind: 'screen', name: 'Screen 2 屏幕 2', thumbnail: '' },
  { id: 'w0', kind: 'window', name: 'Li Na – Customer data – CRM – Internet', thumbnail: '' },
  { id: 'w1', kind: 'window', name: '价目表.xlsx', thumbnail: '' },
]
async function choose(page: Page): Promise<void> {
  await page.evaluate(
    (found) => Object.assign(window.pretend.answers, { 'picture.screens': { by: 'own', sources: found } }),
    sources,
  )
  await page.getByRole('button', { name: /^(Share screen|共享屏幕)$/ }).click()
  await page.getByRole('radio').nth(2).check({ force: true })
}
async function enlarge(page: Page): Promise<void> {
  await showPictures(page)
  await page.keyboard.press('Control+Shift+l')
}
async function openDrawer(page: Page): Promise<void> {
  await page.locator('button.who').click()
  await showPictures(page)
}
const toSettings = (page: Page) => page.getByRole('button', { name: /^(Settings|设置)$/ }).click()

export const videoScenes: readonly Scene[] = [
  { name: 'video-talk', state: talk(seen()), act: showPictures },
  { name: 'video-talk-small', ...small, state: talk(seen()), act: showPictures },
  { name: 'video-connecting', ...small, state: talk(seen()) },
  { name: 'video-large', state: talk(seen()), act: enlarge },
  { name: 'video-large-small', ...small, state: talk(sharing), act: enlarge },
  { name: 'video-sharing', state: talk(sharing), act: showPictures },
  { name: 'video-three', ...small, state: talk(three), act: showPictures },
  { name: 'video-held', ...small, state: talk(held) },
  { name: 'video-held-wide', state: talk(held) },
  {
    name: 'video-no-camera',
    ...small,
    state: talk(seen({ sending: 'off', receiving: true }), { status: 'missing', label: '' }),
    act: showPictures,
  },
  {
    name: 'video-asked',
    ...small,
    state: talk(
      talkingCall({
        video: { sending: 'off', receiving: false, askedByFarSide: true },
        verbs: ['mute', 'hold', 'start-video', 'stop-video', 'hang-up'],
      }),
    ),
  },
  { name: 'video-rings', ...small, state: talk(rings) },
  { name: 'video-rings-wide', state: talk(rings) },
  { name: 'video-choose', ...small, state: talk(seen()), act: choose },
  { name: 'video-bar-rings', width: 360, height: 56, state: bar(rings) },
  { name: 'video-bar', width: 360, height: 480, state: bar(seen()), act: openDrawer },
  { name: 'video-bar-sharing', width: 360, height: 160, state: bar(sharing) },
  { name: 'video-settings', state: (look) => deskState(look), act: toSettings },
]
