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
        agent: agentIn({ name: 'talking', next: { state: 'rest' } }),
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
    name: 'ended-wrap-up',
    state: (look) =>
      deskState(look, {
        agent: agentIn({ name: 'wrap-up', since: ago(21_000) }),
        calls: {
          list: [{ ...talking, phase: { name: 'ended', at: ago(21_000), reason: 'customer-hung-up' }, verbs: [] }],
          missed,
        },
      }),
  },
  {
    name: 'dialling',
    state: (look) =>
      deskState(look, {
        agent: agentIn({ name: 'talking' }),
        calls: {
          list: [
            callOf({
              direction: 'outgoing',
              number: '+442079460123',
              phase: { name: 'dialling', since: ago(4000), farSideRings: true },
              verbs: ['hang-up'],
              pending: 'hang-up',
            }),
          ],
          missed,
        },
      }),
  },
  {
    name: 'answering',
    state: (look) =>
      deskState(look, { calls: { list: [callOf({ pending: 'answer', name: 'Li Na 李娜' })], missed: [] } }),
  },
  {
    name: 'missed-selected',
    state: (look) => deskState(look, { agent: agentIn({ name: 'busy', reason: 2 }), calls: { list: [], missed } }),
    act: async (page) => {
      await page.locator('.missed .row').first().click()
    },
  },
  {
    name: 'ringing-second',
    state: (look) =>
      deskState(look, {
        agent: agentIn({ name: 'talking' }),
        calls: {
          list: [talking, callOf({ id: 'c2' }), callOf({ id: 'c3', number: '02125551234', startedAt: ago(30_000) })],
          missed,
        },
      }),
  },
  {
    name: 'ringing-small',
    width: 1024,
    height: 640,
    state: (look) => deskState(look, { calls: { list: [callOf({})], missed } }),
  },
  {
    name: 'ringing-zoom',
    width: 640,
    height: 400,
    state: (look) => deskState(look, { calls: { list: [callOf({})], missed } }),
  },
  {
    name: 'talking-small-zoom',
    width: 512,
    height: 320,
    state: (look) => deskState(look, { agent: agentIn({ name: 'talking' }), calls: { list: [talking], missed } }),
  },
]
