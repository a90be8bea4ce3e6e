import { expect, test } from 'vitest'
import { createCredential, guidFromHeader } from '#main/gateway/transport/credential.ts'

test('the credential is everything after JSESSIONID=, node suffix included', () => {
  expect(guidFromHeader('JSESSIONID=1b2c-3.AgentGateway0')).toBe('1b2c-3.AgentGateway0')
  expect(guidFromHeader('JSESSIONID=1b2c.AgentGateway0; Path=/; HttpOnly')).toBe('1b2c.AgentGateway0')
  expect(guidFromHeader(['JSESSIONID=old', 'JSESSIONID=new'])).toBe('new')
})

test('a header without one changes nothing', () => {
  const credential = createCredential()
  credential.adopt('first')

  credential.adopt(guidFromHeader(undefined))
  credential.adopt(guidFromHeader('other=1'))
  credential.adopt(null)
  expect(credential.guid()).toBe('first')

  credential.forget()
  expect(credential.guid()).toBeNull()
})
