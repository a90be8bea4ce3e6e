import type { Scene } from '../scenes.ts'
import { agentIn, ago, callOf, deskState, type Look, wellLine } from '../state.ts'

const barState = (look: Look, news: Parameters<typeof deskState>[1] = {}) => {
  const state = deskState(look, news)
  return { ...state, settings: { ...state.settings, barMode: true } }
}
const bar = { width: 360, height: 56 }

export const barScenes: readonly Scene[] = [
  { name: 'bar-idle', ...bar, state: (look) => barState(look) },
  { name: 'bar-ringing', ...bar, state: (look) => barState(look, { calls: { list: [callOf({})], missed: [] } }) },
  {
    name: 'bar-talking',
    ...bar,
    state: (look) =>
      barState(look, {
        agent: agentIn({ name: 'talking' }),
        calls: {
          list: [
            callOf({
              name: 'Li Na 李娜',
              phase: { name: 'talking', since: ago(3_700_000), muted: true },
              talkingSince: ago(3_700_000),
              verbs: ['unmute', 'hang-up'],
            }),
          ],
          missed: [],
        },
      }),
  },
  {
    name: 'bar-states',
    width: 360,
    height: 420,
    state: (look) => barState(look, { line: { ...wellLine, microphone: { status: 'missing', label: '' } } }),
    act: async (page) => {
      await page.locator('.state-toggle').click()
    },
  },
]
