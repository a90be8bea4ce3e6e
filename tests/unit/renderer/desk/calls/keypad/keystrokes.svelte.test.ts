// @vitest-environment jsdom
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Keystrokes } from '#renderer/desk/calls/keypad/keystrokes.svelte.ts'
import { fakeBridge } from '#support/desk-preview/fake-bridge.ts'
import { callOf, deskState } from '#support/desk-preview/state.ts'

const call = callOf({ phase: { name: 'talking', since: 1, muted: false }, verbs: ['keys', 'hang-up'] })
const start = () => {
  const fake = fakeBridge(deskState({ language: 'en', theme: 'light' }))
  const keystrokes = new Keystrokes(fake.bridge)
  keystrokes.open(call)
  const sent = () => fake.asked.map(({ input }) => input as { keys: string; secret: boolean; callId: string })
  return { ...fake, keystrokes, sent }
}

test('whatever is typed and however fast, every key arrives once, in order, at most 24 at a time', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.stringMatching(/^[\d*#]{1,60}$/), { maxLength: 8 }), async (typed) => {
      const { keystrokes, sent } = start()

      await Promise.all(typed.map((keys) => keystrokes.press(call, keys)))

      expect(
        sent()
          .map(({ keys }) => keys)
          .join(''),
      ).toBe(typed.join(''))
      expect(sent().every(({ keys }) => keys.length <= 24)).toBe(true)
    }),
  )
})

test('what is no key of a telephone is left out', async () => {
  const { keystrokes, sent } = start()

  await keystrokes.press(call, '4000 1234-56#')
  await keystrokes.press(call, 'abc')

  expect(sent()).toEqual([{ callId: 'c1', keys: '4000123456#', secret: false }])
})

test('secret keys are never sent together with open ones', async () => {
  const { keystrokes, sent } = start()

  const first = keystrokes.press(call, '1')
  const open = keystrokes.press(call, '2')
  keystrokes.hide(true)
  const secret = keystrokes.press(call, '34')
  await Promise.all([first, open, secret])

  expect(sent().map(({ keys, secret: hidden }) => [keys, hidden])).toEqual([
    ['1', false],
    ['2', false],
    ['34', true],
  ])
})

test('after a key that was refused nothing more of it goes, and the next one is tried afresh', async () => {
  const { keystrokes, answer, sent } = start()
  answer('calls.keys', { ok: false, reason: 'refused', retcode: '000-002' })

  await Promise.all([keystrokes.press(call, '1'), keystrokes.press(call, '2')])
  expect(sent().map(({ keys }) => keys)).toEqual(['1'])
  expect(keystrokes.refused?.retcode).toBe('000-002')

  answer('calls.keys', { ok: true })
  await keystrokes.press(call, '3')
  expect(keystrokes.refused).toBeNull()
})

test('a keypad is not secret when it is opened again, and shut when the call takes no keys', () => {
  const { keystrokes } = start()
  keystrokes.hide(true)
  keystrokes.close()
  expect(keystrokes.isOpen(call)).toBe(false)

  keystrokes.open(call)

  expect(keystrokes.secret).toBe(false)
  expect(keystrokes.isOpen(call)).toBe(true)
  expect(keystrokes.isOpen({ ...call, verbs: ['hang-up'] })).toBe(false)
})
