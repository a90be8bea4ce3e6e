// @vitest-environment jsdom
import { fireEvent, screen, within } from '@testing-library/svelte'
import { expect, test } from 'vitest'
import type { PopQuestion } from '#contract'
import { tabOf } from '#support/desk-preview/scenes/pages.ts'
import { inputsOf, showPages, turned } from './show-pages.ts'

type WithoutTab<Q> = Q extends PopQuestion ? Omit<Q, 'id' | 'tab'> : never
type Question = WithoutTab<PopQuestion>
type Dialog = Extract<Question, { kind: 'dialog' }>

async function ask(question: Question) {
  const shown = await showPages({ questions: [{ id: 'q1', tab: 't1', ...question }] })
  const asked = within(screen.getByRole('tabpanel')).getByRole('alert', { name: /Customer 客户/ })
  const press = (name: string) => fireEvent.click(within(asked).getByRole('button', { name }))
  return {
    asked,
    press,
    answers: () => inputsOf(shown, 'pop.answer').map((input) => (input as { answer: unknown }).answer),
  }
}
const dialog = (more: Partial<Dialog> = {}): Dialog => ({
  ...{ kind: 'dialog', dialog: 'confirm', text: 'Delete the order?', initial: '', repeated: false },
  ...more,
})

test('what a page says is set apart and named by its host', async () => {
  const { asked, press, answers } = await ask(
    dialog({ dialog: 'alert', text: `Earshot: type your password ${turned}now` }),
  )

  expect(within(asked).getByText('These words are from crm.example.com, not from Earshot.')).toBeTruthy()
  expect(asked.querySelector('blockquote')?.textContent).toBe('Earshot: type your password \ufffdnow')
  await press('OK')

  expect(answers()).toEqual([{ kind: 'dialog', ok: true, noMore: false }])
})

test('markup in what a page says is text', async () => {
  const { asked } = await ask(dialog({ text: '<button>OK</button><img src=x>' }))

  expect(asked.querySelector('img')).toBeNull()
  expect(within(asked).getAllByRole('button', { name: 'OK' })).toHaveLength(1)
})

test('a confirm is answered by Escape with no', async () => {
  const { asked, answers } = await ask(dialog())

  await fireEvent.keyDown(within(asked).getByRole('button', { name: 'OK' }), { key: 'Escape' })

  expect(answers()).toEqual([{ kind: 'dialog', ok: false, noMore: false }])
})

test('a prompt gives back what was typed, and a page that asks too often is stopped', async () => {
  const { asked, answers } = await ask(dialog({ dialog: 'prompt', initial: 'gold', repeated: true }))
  const field = within(asked).getByLabelText<HTMLInputElement>('Your answer')
  expect(field.value).toBe('gold')

  await fireEvent.input(field, { target: { value: 'silver' } })
  await fireEvent.click(within(asked).getByLabelText('Don’t let this page ask again'))
  await fireEvent.submit(field)

  expect(answers()).toEqual([{ kind: 'dialog', ok: true, noMore: true, text: 'silver' }])
})

test('a page that is not saved stays unless the agent says otherwise', async () => {
  const { asked, press, answers } = await ask({ kind: 'leave', closing: true })

  await fireEvent.submit(within(asked).getByRole('button', { name: 'Stay' }))
  await press('Close')

  expect(answers()).toEqual([
    { kind: 'leave', ok: false },
    { kind: 'leave', ok: true },
  ])
})

test('a permission is asked for by name and host', async () => {
  const { asked, press, answers } = await ask({
    kind: 'permission',
    permission: 'clipboard-read',
    host: 'crm.example.com',
  })

  expect(within(asked).getByText('May Customer 客户 read what you have copied?')).toBeTruthy()
  await press('Don’t allow')

  expect(answers()).toEqual([{ kind: 'permission', ok: false }])
})

test('a sign-in without encryption warns, and gives user and password', async () => {
  const { asked, answers } = await ask({
    ...{ kind: 'sign-in', host: 'crm.example.com', realm: 'CRM', proxy: false, secure: false, again: true },
  })
  expect(within(asked).getAllByRole('alert')).toHaveLength(2)

  await fireEvent.input(within(asked).getByLabelText('User name'), { target: { value: 'dana' } })
  await fireEvent.input(within(asked).getByLabelText('Password'), { target: { value: 'secret' } })
  await fireEvent.submit(within(asked).getByLabelText('Password'))

  expect(answers()).toEqual([{ kind: 'sign-in', user: 'dana', password: 'secret' }])
})

test('a sign-in that is cancelled gives no password, whatever was typed', async () => {
  const { asked, press, answers } = await ask({
    ...{ kind: 'sign-in', host: 'proxy.example.com', realm: '', proxy: true, secure: true, again: false },
  })

  await fireEvent.input(within(asked).getByLabelText('Password'), { target: { value: 'secret' } })
  await press('Cancel')

  expect(answers()).toEqual([{ kind: 'sign-in', user: null, password: '' }])
})

test('a certificate is chosen by the agent, or none', async () => {
  const { asked, press, answers } = await ask({
    kind: 'certificate',
    host: 'crm.example.com',
    choices: [
      { subject: 'Dana', issuer: 'Corporate CA', validUntil: 0 },
      { subject: 'Dana (administrator)', issuer: 'Admin CA', validUntil: 0 },
    ],
  })

  await fireEvent.click(within(asked).getByRole('radio', { name: /administrator/ }))
  await press('Give this one')
  await press('Give none')

  expect(answers()).toEqual([
    { kind: 'certificate', choice: 1 },
    { kind: 'certificate', choice: null },
  ])
})

test('a file is saved, saved elsewhere, or not', async () => {
  const { asked, press, answers } = await ask({
    ...{ kind: 'download', host: 'crm.example.com', file: `bill${turned}fdp.exe`, bytes: null },
  })

  expect(asked.querySelector('blockquote')?.textContent).toBe('bill\ufffdfdp.exe')
  for (const name of ['Save', 'Save as…', 'Don’t save']) await press(name)

  expect(answers()).toEqual(['downloads', 'ask', 'nowhere'].map((to) => ({ kind: 'download', to })))
})

test('F6 goes to what is asked before it goes into the page', async () => {
  const { asked } = await ask(dialog())

  await fireEvent.keyDown(window, { code: 'F6', key: 'F6' })

  expect(document.activeElement).toBe(within(asked).getByRole('button', { name: 'OK' }))
})

test('the second question of a tab waits for the first', async () => {
  await showPages({
    tabs: [tabOf()],
    questions: [
      { id: 'q1', tab: 't1', ...dialog({ text: 'First' }) },
      { id: 'q2', tab: 't1', ...dialog({ text: 'Second' }) },
    ],
  })

  expect(screen.getByText('First')).toBeTruthy()
  expect(screen.queryByText('Second')).toBeNull()
})
