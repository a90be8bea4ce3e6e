import type { Notice } from '#contract'
import type { Scene } from '../scenes.ts'
import { agentIn, ago, callOf, deskState, missed, wellLine } from '../state.ts'

const talking = callOf({
  phase: { name: 'talking', since: ago(83_000), muted: false },
  talkingSince: ago(83_000),
  verbs: ['mute', 'hang-up'],
})
const notices: readonly Notice[] = [
  { id: 'n1', at: ago(60_000), kind: 'busy-not-answered' },
  { id: 'n2', at: ago(30_000), kind: 'command-failed', what: 'mute', reason: 'refused', retcode: '200-004' },
  { id: 'n3', at: ago(3_000), kind: 'settings-file-set-aside', file: 'settings.broken-2026-01-01.json' },
]

export const workScenes: readonly Scene[] = [
  {
    name: 'state-menu',
    state: (look) => deskState(look, { calls: { list: [], missed } }),
    act: async (page) => {
      await page.locator('.state-button').click()
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('ArrowRight')
    },
  },
  {
    name: 'decline-menu',
    state: (look) => deskState(look, { calls: { list: [callOf({})], missed: [] } }),
    act: async (page) => {
      await page.locator('.split .icon').click()
    },
  },
  {
    name: 'notices',
    state: (look) =>
      deskState(look, { agent: agentIn({ name: 'busy', reason: 2 }), calls: { list: [], missed }, notices }),
  },
  {
    name: 'health-line',
    state: (look) =>
      deskState(look, {
        agent: {
          ...agentIn({ name: 'rest', until: ago(-300_000) }),
          gateway: { status: 'reconnecting', since: ago(14_000), attempt: 3 },
        },
        line: {
          ...wellLine,
          registration: { status: 'failed', server: 's', reason: 'unreachable' },
          microphone: { status: 'unplugged', label: 'Jabra Evolve2 40' },
        },
      }),
  },
  {
    name: 'health-small',
    width: 1024,
    height: 640,
    state: (look) =>
      deskState(look, {
        calls: { list: [talking], missed },
        agent: agentIn({ name: 'talking' }),
        line: { ...wellLine, microphone: { status: 'unplugged', label: 'Jabra Evolve2 40' } },
      }),
  },
  {
    name: 'ask-idle',
    state: (look) =>
      deskState(look, {
        agent: agentIn({ name: 'busy' }),
        line: { ...wellLine, microphone: { status: 'missing', label: '' } },
      }),
    act: async (page) => {
      await page.keyboard.press('Control+i')
    },
  },
  {
    name: 'ask-sign-out-and-quit',
    state: (look) => {
      const state = deskState(look, { agent: agentIn({ name: 'talking' }), calls: { list: [talking], missed } })
      return { ...state, desktop: { ...state.desktop, askingToQuit: true } }
    },
    act: async (page) => {
      await page.locator('.state-button').click()
      await page.keyboard.press('End')
      await page.keyboard.press('Enter')
    },
  },
  {
    name: 'palette',
    state: (look) => deskState(look, { calls: { list: [callOf({})], missed } }),
    act: async (page) => {
      await page.keyboard.press('Control+k')
      await page.keyboard.type('10')
    },
  },
  {
    name: 'palette-all',
    state: (look) => deskState(look, { calls: { list: [callOf({})], missed } }),
    act: async (page) => {
      await page.keyboard.press('Control+k')
    },
  },
  {
    name: 'dial-failed',
    state: (look) => deskState(look),
    act: async (page) => {
      await page.evaluate(() =>
        Object.assign(window.pretend.answers, { 'calls.dial': { ok: false, reason: 'refused', retcode: '200-001' } }),
      )
      await page.keyboard.press('Control+d')
      await page.keyboard.type('12345')
      await page.keyboard.press('Enter')
    },
  },
  {
    name: 'settings',
    height: 1500,
    state: (look) => {
      const state = deskState(look, { calls: { list: [], missed } })
      return { ...state, desktop: { ...state.desktop, tryingHotkey: 'hangUp' } }
    },
    act: async (page) => {
      await page.locator('.rail .last').click()
      await page.evaluate(() => window.pretend.say('line.levels', { microphone: 0.05, farSide: 0, farSideHz: null }))
    },
  },
]
