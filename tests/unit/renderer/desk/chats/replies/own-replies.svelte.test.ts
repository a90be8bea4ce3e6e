import { expect, test } from 'vitest'
import type { Reply } from '#contract'
import { OwnRepliesEditor } from '#renderer/desk/chats/replies/own-replies.svelte.ts'
import { Replies } from '#renderer/desk/chats/replies/replies.svelte.ts'
import { fakeBridge } from '#support/desk-preview/fake-bridge.ts'
import { deskState } from '#support/desk-preview/state.ts'

const all: readonly Reply[] = [
  { id: '1', owner: 'agent', shortcut: 'b', title: 'Bye', text: 'Bye' },
  { id: '2', owner: 'site', shortcut: 'h', title: 'Hello', text: 'Hello' },
  { id: '3', owner: 'agent', shortcut: '', title: 'Again', text: 'Again', group: 'G' },
]

async function start() {
  const fake = fakeBridge(deskState({ language: 'en', theme: 'light' }))
  fake.answer('replies.all', all)
  fake.answer('replies.save', true)
  const replies = new Replies(fake.bridge)
  await Promise.resolve()
  await Promise.resolve()
  const editor = new OwnRepliesEditor(replies)
  const asked = (name: string) => fake.asked.filter((one) => one.name === name).map(({ input }) => input)
  return { fake, replies, editor, asked }
}

test('the agent’s own are shown by their names, the site’s are not', async () => {
  const { editor } = await start()

  expect(editor.own.map(({ title }) => title)).toEqual(['Again', 'Bye'])
})

test('a new one without a title is called by its first line', async () => {
  const { editor, asked } = await start()
  editor.start()
  Object.assign(editor.draft ?? {}, { text: ' First line\nmore ' })

  await editor.save()

  expect(asked('replies.save')).toEqual([{ id: '', shortcut: '', title: 'First line', text: 'First line\nmore' }])
  expect(editor.draft).toBeNull()
})

test.each([
  [{ shortcut: 'a b', text: 'x' }, 'shortcut'],
  [{ shortcut: 'a/b', text: 'x' }, 'shortcut'],
  [{ shortcut: 'a', text: ' ' }, 'text'],
])('%j is not saved', async (fields, fault) => {
  const { editor, asked } = await start()
  editor.start()
  Object.assign(editor.draft ?? {}, fields)

  await editor.save()

  expect(editor.fault).toBe(fault)
  expect(asked('replies.save')).toEqual([])
})

test('where there is no room it is told, and what was written stays', async () => {
  const { fake, editor } = await start()
  fake.answer('replies.save', false)
  editor.start()
  Object.assign(editor.draft ?? {}, { text: 'x' })

  await editor.save()

  expect(editor.fault).toBe('not-saved')
  expect(editor.draft?.text).toBe('x')
})

test('one is changed under its own id, and removed after a question', async () => {
  const { editor, asked } = await start()
  const [again] = editor.own
  if (again) editor.change(again)
  Object.assign(editor.draft ?? {}, { group: ' ' })
  await editor.save()
  expect(asked('replies.save')).toEqual([{ id: '3', shortcut: '', title: 'Again', text: 'Again' }])

  if (again) editor.change(again)
  editor.askToRemove(true)
  await editor.remove()
  expect(asked('replies.remove')).toEqual([{ id: '3' }])
})

test('what is used leads from now on', async () => {
  const { replies, asked } = await start()
  const last = replies.all[2]
  if (last) replies.used(last)

  expect(replies.find('').map(({ title }) => title)).toEqual(['Again', 'Bye', 'Hello'])
  expect(asked('replies.used')).toEqual([{ id: '3' }])
})
