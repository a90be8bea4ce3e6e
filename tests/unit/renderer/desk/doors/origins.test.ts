import { expect, test } from 'vitest'
import { originsOf } from '#renderer/desk/doors/origins.ts'

test.each([
  ['', []],
  ['https://crm.example.com/customers?id=1', ['https://crm.example.com']],
  ['https://a.example, http://b.example:8080，https://a.example/x', ['https://a.example', 'http://b.example:8080']],
])('%s are origins', (written, origins) => {
  expect(originsOf(written)).toEqual(origins)
})

test.each(['crm.example.com', 'file:///etc/passwd', 'https://', 'https://a.example nonsense'])(
  '%s is none',
  (written) => {
    expect(originsOf(written)).toBeNull()
  },
)
