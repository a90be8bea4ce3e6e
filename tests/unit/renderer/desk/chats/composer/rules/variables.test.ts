import { expect, test } from 'vitest'
import { fillVariables, openVariables, withoutOpenVariables } from '#renderer/desk/chats/composer/rules/variables.ts'

test('each variable gives way to its value, however it is written', () => {
  const text = fillVariables('Dear {customer}, {Agent} of {queue} here.', {
    customer: '$& Wang',
    agent: '6001',
    queue: 'Billing',
  })

  expect(text).toBe('Dear $& Wang, 6001 of Billing here.')
})

test('what has no value stays, and is told where', () => {
  const text = fillVariables('{agent}: Dear {customer}', { agent: 'Ann', customer: ' ' })

  expect(text).toBe('Ann: Dear {customer}')
  expect(openVariables(text)).toEqual([{ start: 10, end: 20, variable: 'customer' }])
})

test('other braces are the text itself', () => {
  expect(openVariables('{ customer } {order} {}')).toEqual([])
})

test('left out, a variable leaves no gap', () => {
  expect(withoutOpenVariables('Dear {customer}, welcome')).toBe('Dear, welcome')
  expect(withoutOpenVariables('{customer} 您好')).toBe('您好')
})
