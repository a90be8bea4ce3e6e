import { expect, test } from 'vitest'
import { ContactDesk } from '#renderer/desk/directory/contact/contact-desk.svelte.ts'
import { fakeBridge } from '#support/desk-preview/fake-bridge.ts'
import { deskState } from '#support/desk-preview/state.ts'

const wang = { id: '1', name: 'Wang', company: '', numbers: [{ label: 'mobile' as const, number: '138' }], note: '' }

function open() {
  const fake = fakeBridge(deskState({ language: 'en', theme: 'light' }))
  return { ...fake, desk: new ContactDesk(fake.bridge) }
}

test('numbers left empty are not kept', async () => {
  const { desk, asked } = open()
  desk.write(wang)
  desk.draft?.numbers.push({ label: 'work', number: ' ' })

  await desk.save()

  expect(asked.at(-1)).toEqual({ name: 'contacts.save', input: wang })
  expect(desk.draft).toBeNull()
})

test('what was refused stays to be tried again', async () => {
  const { desk, answer } = open()
  answer('contacts.save', { ok: false, reason: 'disk' })
  desk.write(null)

  expect(await desk.save()).toBeNull()

  expect(desk.failure).toBe('disk')
  expect(desk.draft).not.toBeNull()
})

test('an import is told until it is dismissed', async () => {
  const { desk, answer } = open()
  answer('contacts.import', { ok: false, reason: 'too-large' })

  await desk.takeIn()
  expect(desk.exchanged).toMatchObject({ what: 'import', result: { reason: 'too-large' } })
  desk.dismiss()

  expect(desk.exchanged).toBeNull()
})
