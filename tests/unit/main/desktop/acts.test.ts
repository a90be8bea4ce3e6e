import { expect, test } from 'vitest'
import type { Call, Chat } from '#contract'
import { type Acts, actByHotkey } from '#main/desktop/acts.ts'
import { chatOf, ringingChat } from '#support/desk-preview/chats.ts'
import { aCall, callsOf, ended, ringing, talking } from './builders.ts'

function press(name: 'answer' | 'hangUp' | 'mute', list: readonly Call[], chats: readonly Chat[] = []) {
  const done: string[] = []
  const acts: Acts = {
    answer: (id) => done.push(`answer ${id}`),
    decline: (id) => done.push(`decline ${id}`),
    mute: (id, muted) => done.push(`${muted ? 'mute' : 'unmute'} ${id}`),
    hold: (id) => done.push(`hold ${id}`),
    retrieve: (id) => done.push(`retrieve ${id}`),
    hangUp: (id) => done.push(`hang up ${id}`),
    answerChat: (id) => done.push(`answer chat ${id}`),
    declineChat: (id) => done.push(`decline chat ${id}`),
    showChat: (id) => done.push(`show ${id}`),
    soundMessage: () => undefined,
    dialSelection: () => undefined,
    goTo: () => undefined,
    signOut: () => undefined,
  }
  actByHotkey(name, callsOf(list), acts, chats)
  return done
}

const held = aCall({ id: 'held', phase: { name: 'held', since: 1 }, verbs: ['retrieve', 'hang-up'] })
const rings = aCall({ id: 'rings', phase: ringing, verbs: ['answer', 'decline'] })
const talks = aCall({ id: 'talks', phase: talking, verbs: ['mute', 'hold', 'hang-up'] })
const over = aCall({ id: 'over', phase: ended })

test('Hang up does not drop the customer on hold while another call rings', () => {
  expect(press('hangUp', [rings, held])).toEqual([])
  expect(press('answer', [rings, held])).toEqual(['answer rings'])
})

test('Hang up ends the call that talks, whatever waits beside it', () => {
  expect(press('hangUp', [talks, rings, held])).toEqual(['hang up talks'])
})

test('a held call that is the only one is meant', () => {
  expect(press('hangUp', [held, over])).toEqual(['hang up held'])
})

test('Mute is for the call that talks', () => {
  expect(press('mute', [talks, held])).toEqual(['mute talks'])
  expect(press('mute', [held])).toEqual([])
})

test('Answer takes a ringing call before a chat, and of chats the one that has rung longest', () => {
  const chats = [ringingChat({ id: 'young' }, 2_000), ringingChat({ id: 'old' }, 1_000), chatOf({ id: 'open' })]

  expect(press('answer', [rings], chats)).toEqual(['answer rings'])
  expect(press('answer', [talks], chats)).toEqual(['answer chat old'])
})
