import type { Scene } from '../scenes.ts'
import { agentIn, ago, callOf, deskState, missed } from '../state.ts'

const talking = callOf({
  name: 'Li Na 李娜',
  phase: { name: 'talking', since: ago(83_000), muted: false },
  talkingSince: ago(83_000),
  verbs: ['mute', 'hang-up'],
})

export const callScenes: readonly Scene[] = [
  { name: 'idle', state: (look) => deskState(look) },
  { name: 'ringing', state: (look) => deskState(look, { calls: { list: [callOf({})], missed } }) },
  {
    name: 'talking',
    state: (look) => deskState(look, { agent: agentIn({ name: 'talking' }), calls: { list: [talking], missed } }),
    act: async (page) => {
      await page.evaluate(() => window.pretend.say('line.levels', { microphone: 0.2, farSide: 0.08, farSideHz: 400 }))
    },
  },
  {
    name: 'muted-silent-failed',
    state: (look) =>
      deskState(look, {
        agent: agentIn({ name: 'talking', next: 'rest' }),
        calls: {
          list: [
            {
              ...talking,
              phase: { name: 'talking', since: ago(83_000), muted: true },
              verbs: ['unmute', 'hang-up'],
              silent: true,
              failure: { verb: 'hang-up', reason: 'refused', retcode: '200-017' },
            },
          ],
          missed,
        },
      }),
  },
  {
    name: 'state-menu',
    state: (look) => deskState(look, { calls: { list: [], missed } }),
    act: async (page) => {
      await page.locator('.state-button').click()
    },
  },
]
