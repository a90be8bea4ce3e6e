import { expect, test } from 'vitest'
import { eventFor, valuesFor } from '#main/pop/values.ts'
import { callA, subjectOf } from '#support/pop/pages.ts'

const agent = { workNo: '6001', skills: [{ id: 7, name: 'Billing' }] }
const page = { url: 'https://crm.example:8443/pop/{callid}' }

test('a page knows whose desk it is in and where it is at home, also without a call', () => {
  expect(valuesFor(page, agent, null)).toEqual({ workNo: '6001', origin: 'https://crm.example:8443' })
})

test('of a queue that was named without its id, the agent’s own skills know it', () => {
  const named = (values: object) => valuesFor(page, agent, subjectOf(callA, { values }))
  expect(named({ skillName: 'Billing' })).toMatchObject({ skillName: 'Billing', skillId: '7' })
  expect(named({ skillName: 'Billing', skillId: '9' }).skillId).toBe('9')
  expect(named({ skillName: 'Cards' })).not.toHaveProperty('skillId')
})

test('an Init names the agent alone; what follows names the call, and nothing that pages are not told', () => {
  const call = subjectOf(callA, { outgoing: true, values: { calledNum: '138', skillName: 'Billing', callType: '1' } })
  expect(eventFor('Init', agent, call)).toEqual({ name: 'Init', fields: { workNo: '6001' } })
  expect(eventFor('Release', agent, call)).toEqual({
    name: 'Release',
    fields: { workNo: '6001', calledNum: '138', callType: '1' },
  })
})
