// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/svelte'
import { tick } from 'svelte'
import { afterEach, expect, test, vi } from 'vitest'
import type { EmailDraft, Upload } from '#contract'
import Composer from '#renderer/desk/chats/composer/Composer.svelte'
import { chatOf, emailOf, messageOf } from '#support/chat-builders.ts'
import { fakeBridge } from '#support/desk-preview/fake-bridge.ts'
import { chatSite, deskState } from '#support/desk-preview/state.ts'

afterEach(cleanup)

const original = messageOf(1, {
  chatId: 'c1',
  content: emailOf({
    ...{ subject: 'Order', from: 'li.na@example.com', to: ['us@shop.example', 'boss@example.com'] },
    html: '<p>Where <script>x()</script>is it?</p>',
  }),
})
const file = { fileId: 'f1', name: 'invoice.pdf', bytes: 9, ending: 'pdf' }
const upload: Upload = { key: 'k1', chatId: 'c1', name: 'invoice.pdf', bytes: 9, done: 9, file }

async function show(uploads: readonly Upload[] = []) {
  const fake = fakeBridge(deskState({ language: 'en', theme: 'light' }))
  fake.answer('chats.page', { messages: [original], more: false })
  const chat = chatOf({ id: 'c1', channel: 'email', customer: { id: 'li.na@example.com' } })
  render(Composer, {
    ...{ bridge: fake.bridge, chat, site: { ...chatSite, sensitiveWords: ['refund'] }, language: 'en' },
    ...{ agent: { workNumber: '6001' }, uploads, voiceMessage: { status: 'off' } },
  })
  await vi.waitFor(() => expect(line('Subject').value).toBe('Re: Order'))
  const asked = (name: string) => fake.asked.filter((one) => one.name === name).map(({ input }) => input)
  const sent = () => asked('chats.sendEmail').map((input) => (input as { email: EmailDraft }).email)
  return { fake, asked, sent }
}

const line = (name: string) => screen.getByLabelText<HTMLInputElement>(name)
const click = (name: string) => fireEvent.click(screen.getByRole('button', { name }))
const type = async (name: string, value: string) => {
  await fireEvent.input(line(name), { target: { value } })
  await tick()
}

test('an answer goes to who wrote, with the original as words below', async () => {
  const { sent } = await show([upload])
  await type('E-mail text', 'Here it is.')

  await click('Send e-mail')

  expect(sent()).toMatchObject([{ subject: 'Re: Order', to: ['li.na@example.com'], cc: [], attachments: [file] }])
  expect(sent()[0]?.html).toContain('<div>Here it is.</div>')
  expect(sent()[0]?.html).toContain('<blockquote>Where is it?</blockquote>')
})

test('its uploads are done with, and its field is empty', async () => {
  const { asked } = await show([upload])
  await type('E-mail text', 'Here it is.')

  await click('Send e-mail')
  await tick()

  expect(asked('chatFiles.cancel')).toEqual([{ key: 'k1' }])
  expect(line('E-mail text').value).toBe('')
})

test('nothing goes to an address that is none, to nobody, or before its file is there', async () => {
  const { sent } = await show()
  await type('E-mail text', 'Hello')
  await type('To', 'nobody')
  await click('Send e-mail')
  expect(screen.getByText('This is not an e-mail address: nobody')).toBeTruthy()

  await type('To', '')
  await click('Send e-mail')
  expect(screen.getByText('Write at least one address.')).toBeTruthy()
  expect(sent()).toEqual([])
  cleanup()

  const waiting = await show([{ key: 'k1', chatId: 'c1', name: 'a.pdf', bytes: 9, done: 1 }])
  await type('E-mail text', 'Hello')
  await click('Send e-mail')
  expect(waiting.sent()).toEqual([])
})

test('to all means the others too, and forwarding asks to whom', async () => {
  const { sent } = await show()
  await click('Reply to all')
  expect(line('Cc').value).toBe('boss@example.com')

  await click('Forward')
  expect(line('Subject').value).toBe('Fwd: Order')
  expect(line('To').value).toBe('')
  await type('To', 'a@b.example')
  await click('Send e-mail')

  expect(sent()).toMatchObject([{ to: ['a@b.example'], subject: 'Fwd: Order' }])
})

test('the site’s words are asked about here too', async () => {
  const { sent } = await show()
  await type('E-mail text', 'No refund')
  await click('Send e-mail')
  expect(sent()).toEqual([])

  await click('Send all the same')
  expect(sent()).toHaveLength(1)
})

test('what is begun is kept whole, and sent no more than once', async () => {
  const { asked, sent } = await show()
  await type('Subject', 'Other')
  await type('E-mail text', 'Hello')
  await vi.waitFor(() => expect(asked('drafts.keep')).toHaveLength(1))
  expect(asked('drafts.keep')).toEqual([
    {
      ...{ chatId: 'c1', text: 'Hello' },
      email: { kind: 'reply', subject: 'Other', to: 'li.na@example.com', cc: '', quoted: true },
    },
  ])

  await click('Send e-mail')
  await click('Send e-mail')
  expect(sent()).toHaveLength(1)
})

test('an e-mail is discarded after a question, and a failure is told', async () => {
  const { fake, asked } = await show()
  fake.answer('emails.drop', { ok: false, reason: 'not-possible-now' })
  await click('Discard e-mail')
  expect(asked('emails.drop')).toEqual([])

  await click('Discard')
  await tick()

  expect(asked('emails.drop')).toEqual([{ chatId: 'c1', messageId: 'm-1' }])
  await vi.waitFor(() => expect(screen.getByText(/was not discarded/)).toBeTruthy())
})
