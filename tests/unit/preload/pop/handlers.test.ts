import { expect, test } from 'vitest'
import { createHandlers } from '../../../../preload/pop/handlers.ts'

function page() {
  const heard: unknown[] = []
  const handlers = createHandlers((task) => task())
  const hear = (name: unknown) => handlers.add(name, (fields: unknown) => heard.push([name, fields]))
  return { ...handlers, heard, hear }
}

const ringing = { name: 'Ringing', fields: { workNo: '101', callid: 'c1' } } as const

test('a handler hears its own events', () => {
  const { hear, heard, tell } = page()
  hear('Ringing')
  hear('Talking')

  tell(ringing)

  expect(heard).toEqual([['Ringing', ringing.fields]])
})

test('a handler that comes late hears what was before it', () => {
  const { hear, heard, tell } = page()
  tell(ringing)

  hear('Ringing')

  expect(heard).toEqual([['Ringing', ringing.fields]])
})

test('one that is removed hears nothing more', () => {
  const { hear, heard, remove, tell } = page()
  hear('Ringing')

  remove('Ringing')
  tell(ringing)

  expect(heard).toEqual([])
})

test('there is no other event, and nothing but a function is called', () => {
  const { add, hear, heard, tell } = page()
  hear('constructor')
  hear(7)
  add('Ringing', 'alert(1)')

  tell(ringing)

  expect(heard).toEqual([])
})

test('a page that adds handlers without end gets no further', () => {
  const { hear, heard, tell } = page()
  for (let i = 0; i < 500; i++) hear('Ringing')

  tell(ringing)

  expect(heard).toHaveLength(100)
})
