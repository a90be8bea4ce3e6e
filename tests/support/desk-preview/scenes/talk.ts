import type { Page } from '@playwright/test'
import type { Call, CallVerb, TransferModes } from '#contract'
import type { Scene } from '../scenes.ts'
import { agentIn, ago, callOf, deskState, type Look, missed } from '../state.ts'
import { found } from './found.ts'

const allVerbs: readonly CallVerb[] = [
  'mute',
  'hold',
  'keys',
  'transfer',
  'consult',
  'pause-recording',
  'stop-recording',
  'hang-up',
]
export const transferModes: TransferModes = {
  queue: ['release', 'success'],
  agent: ['release', 'success'],
  ivr: ['release', 'suspend'],
  'access-code': ['release', 'success'],
  outside: ['release', 'success', 'talk', 'three-party'],
}
export const talkingCall = (more: Partial<Call> = {}) =>
  callOf({
    name: 'Li Na 李娜',
    phase: { name: 'talking', since: ago(83_000), muted: false },
    talkingSince: ago(83_000),
    verbs: allVerbs,
    transferModes,
    startedAt: ago(96_000),
    recording: 'on',
    associatedData: 'CRM 4711 · gold',
    ...more,
  })
const heldCall = (more: Partial<Call> = {}) =>
  callOf({
    id: 'c2',
    number: '02125551234',
    queue: 'Cards 信用卡',
    phase: { name: 'held', since: ago(190_000) },
    startedAt: ago(250_000),
    talkingSince: ago(240_000),
    verbs: ['retrieve', 'conference', 'hang-up'],
    ...more,
  })
const waitingCall = callOf({
  id: 'c3',
  number: '075528780808',
  phase: { name: 'ringing', since: ago(4_000) },
  startedAt: ago(5_000),
})
const conference = talkingCall({
  parties: [
    { number: '13800138000', kind: 'customer', state: 'talking' },
    { number: '6073', kind: 'agent', state: 'talking' },
    { number: '02125551234', kind: 'outside', state: 'held' },
  ],
  verbs: ['mute', 'hold', 'keys', 'drop-party', 'pause-recording', 'hang-up'],
})

const talk =
  (...list: readonly Call[]) =>
  (look: Look) =>
    deskState(look, { agent: agentIn({ name: 'talking' }), calls: { list, missed } })
const bar =
  (...list: readonly Call[]) =>
  (look: Look) => {
    const state = talk(...list)(look)
    return { ...state, settings: { ...state.settings, barMode: true } }
  }
const small = { width: 1024, height: 640 }
const narrow = { width: 360, height: 56 }

async function typeName(page: Page): Promise<void> {
  await page.evaluate((answer) => Object.assign(window.pretend.answers, { 'directory.search': answer }), found)
  await type(page, 'Control+t', 'c')
  await page.keyboard.press('ArrowDown')
}
async function type(page: Page, keys: string, text: string): Promise<void> {
  await page.keyboard.press(keys)
  await page.keyboard.type(text)
}
async function handOutside(page: Page): Promise<void> {
  await type(page, 'Control+t', '02125551234')
  await page.locator('summary').click()
}
async function openKeypad(page: Page): Promise<void> {
  await page.locator('.verbs button[aria-haspopup="dialog"]').last().click()
}

const barScenes: readonly Scene[] = [
  { name: 'talk-bar', ...narrow, state: bar(talkingCall({ number: '13800138000' })) },
  { name: 'talk-bar-number', ...narrow, state: bar({ ...heldCall(), verbs: allVerbs, phase: talkingCall().phase }) },
  {
    name: 'talk-bar-transfer',
    width: 360,
    height: 640,
    state: bar(talkingCall(), heldCall()),
    act: (page) => type(page, 'Control+t', ''),
  },
  {
    name: 'talk-bar-keypad',
    width: 360,
    height: 480,
    state: bar(talkingCall({ keysSent: '12••••' })),
    act: (page) => page.locator('.verbs button[aria-expanded]').last().click(),
  },
  {
    name: 'talk-bar-calls',
    width: 360,
    height: 480,
    state: bar(conference, heldCall(), waitingCall),
    act: (page) => page.locator('button.who').click(),
  },
]

export const talkScenes: readonly Scene[] = [
  { name: 'talk-one', state: talk(talkingCall()) },
  { name: 'talk-three-calls', state: talk(talkingCall(), waitingCall, heldCall()) },
  { name: 'talk-three-calls-small', ...small, state: talk(talkingCall(), waitingCall, heldCall()) },
  { name: 'talk-conference', state: talk(conference) },
  { name: 'talk-conference-small', ...small, state: talk(conference) },
  {
    name: 'talk-drop',
    state: talk(conference),
    act: (page) => page.locator('.group .icon').nth(1).click(),
  },
  {
    name: 'talk-leave',
    state: talk(conference),
    act: (page) => page.keyboard.press('Control+Shift+h'),
  },
  { name: 'talk-held', state: talk(heldCall({ verbs: ['retrieve', 'hang-up'] })) },
  {
    name: 'talk-transfer-ringing',
    ...small,
    state: talk(
      talkingCall({
        transfer: {
          to: { kind: 'outside', address: '02125551234' },
          mode: 'three-party',
          since: ago(3_000),
          stage: 'ringing',
        },
        verbs: ['mute', 'take-back', 'hang-up'],
      }),
    ),
  },
  {
    name: 'talk-troubles',
    state: talk(
      talkingCall({
        phase: { name: 'talking', since: ago(83_000), muted: true },
        verbs: ['unmute', 'hold', 'hang-up'],
        speaksMuted: true,
        disagrees: true,
        transferFailed: { to: { kind: 'agent', address: '6073' }, mode: 'success' },
        recording: 'paused',
      }),
    ),
  },
  {
    name: 'talk-pick-up-phone',
    state: talk(
      callOf({
        direction: 'outgoing',
        awaitsPhone: true,
        phase: { name: 'dialling', since: ago(4_000), farSideRings: false },
        verbs: ['hang-up'],
      }),
    ),
  },
  { name: 'talk-transfer', state: talk(talkingCall()), act: (page) => type(page, 'Control+t', '6073') },
  { name: 'talk-transfer-list', state: talk(talkingCall()), act: typeName },
  { name: 'talk-transfer-outside', ...small, state: talk(talkingCall()), act: handOutside },
  {
    name: 'talk-transfer-refused',
    ...small,
    state: talk(talkingCall()),
    act: async (page) => {
      await page.evaluate(() =>
        Object.assign(window.pretend.answers, {
          'calls.transfer': { ok: false, reason: 'refused', retcode: '200-012' },
        }),
      )
      await type(page, 'Control+t', '6073')
      await page.keyboard.press('Enter')
    },
  },
  { name: 'talk-keypad', state: talk(talkingCall({ keysSent: '1234#••••••••••••••••' })), act: openKeypad },
  {
    name: 'talk-more',
    state: talk(talkingCall(), heldCall()),
    act: (page) => page.locator('.verbs button[aria-haspopup="menu"]').click(),
  },
  {
    name: 'talk-dial-options',
    state: (look) => deskState(look, { calls: { list: [], missed } }),
    act: async (page) => {
      await type(page, 'Control+d', '13800138000')
      await page.keyboard.press('Enter')
      await type(page, 'Control+d', '6073')
      await page.keyboard.press('Enter')
      await page.locator('form .icon').first().click()
    },
  },
  {
    name: 'talk-palette',
    state: talk(talkingCall(), heldCall()),
    act: (page) => type(page, 'Control+k', '6073'),
  },
  { name: 'talk-zoom', width: 640, height: 400, state: talk(talkingCall(), heldCall()) },
  ...barScenes,
]
