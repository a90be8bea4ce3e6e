import type { Call } from '#contract'
import { chatsOf, ringingChat } from '../chats.ts'
import type { Scene } from '../scenes.ts'
import { ago, callOf, deskState, type Look } from '../state.ts'

const alert = (list: readonly Call[]) => (look: Look) => ({
  calls: { list, missed: [] },
  settings: deskState(look).settings,
})
const window = { page: 'alert', width: 360, height: 148 } as const

export const alertScenes: readonly Scene[] = [
  { name: 'alert', ...window, state: alert([callOf({})]) },
  {
    name: 'alert-more',
    ...window,
    state: alert([
      callOf({ name: 'Li Na 李娜 with an uncommonly long name', phase: { name: 'ringing', since: ago(1_000) } }),
      callOf({ id: 'c2' }),
      callOf({ id: 'c3' }),
    ]),
  },
  {
    name: 'alert-waiting',
    ...window,
    state: alert([
      callOf({ id: 'c9', phase: { name: 'talking', since: ago(60_000), muted: false }, verbs: ['mute', 'hang-up'] }),
      callOf({ name: 'Li Na 李娜', phase: { name: 'ringing', since: ago(1_000) } }),
    ]),
  },
  {
    name: 'alert-chat',
    ...window,
    state: (look) => ({ ...alert([])(look), chats: chatsOf([ringingChat({ id: 'a', channel: 'wechat' })]) }),
  },
]
