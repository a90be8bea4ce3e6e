import { expect, test } from 'vitest'
import type { Email } from '#contract'
import { firstFields } from '#renderer/desk/chats/composer/email/first-fields.ts'

const original: Email = {
  subject: 'Order 4471',
  from: '"Wang, Fang" <wang@x.example>',
  to: ['support@site.example', 'boss@x.example'],
  cc: ['wang@x.example', 'Audit <audit@x.example>'],
  html: '<p>Hello</p>',
  attachments: [],
}

test('a reply goes to who wrote, with the subject answered once', () => {
  expect(firstFields('reply', original, 'u1')).toEqual({
    ...{ kind: 'reply', subject: 'Re: Order 4471', to: 'wang@x.example', cc: '', quoted: true },
  })
  expect(firstFields('reply', { ...original, subject: '回复：订单' }, 'u1').subject).toBe('回复：订单')
})

test('a reply to all goes to the others too, but not to the channel’s own address', () => {
  expect(firstFields('reply-all', original, 'u1')).toMatchObject({
    ...{ to: 'wang@x.example', cc: 'boss@x.example, audit@x.example' },
  })
})

test('to whom it is forwarded is for the agent to say', () => {
  expect(firstFields('forward', original, 'u1')).toMatchObject({
    subject: 'Fwd: Order 4471',
    to: '',
    cc: '',
    quoted: true,
  })
})

test('without an original it goes to the customer, if that is an address', () => {
  expect(firstFields('reply', null, 'c@x.example')).toMatchObject({ to: 'c@x.example', subject: '', quoted: false })
  expect(firstFields('reply', null, 'u1').to).toBe('')
})
