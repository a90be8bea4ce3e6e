import { expect, test } from 'vitest'
import { rehearseRegistration } from '#renderer/phone/sip/connection/rehearse-registration.ts'

test('a registration with itself meets its own challenge and is taken', async () => {
  await expect(rehearseRegistration()).resolves.toBeUndefined()
})
