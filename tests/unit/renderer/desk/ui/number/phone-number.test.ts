import { expect, onTestFinished, test } from 'vitest'
import { dialledNumber, overwriteHome, writtenNumber } from '#renderer/desk/ui/number/phone-number.ts'

test.each([
  ['13800138000', '138 0013 8000'],
  ['+8613800138000', '138 0013 8000'],
  ['008613800138000', '138 0013 8000'],
  ['01062345678', '010 6234 5678'],
  ['+442079460123', '+44 20 7946 0123'],
  ['6073', '6073'],
  ['10086', '10086'],
  ['a6002', 'a6002'],
  ['', ''],
  ['<script>', '<script>'],
])('%j is written %j', (number, written) => {
  expect(writtenNumber(number)).toBe(written)
})

test.each([
  ['DE', '030123456', '030 123456'],
  ['DE', '+8613800138000', '+86 138 0013 8000'],
  ['GB', '+442079460123', '020 7946 0123'],
  ['ZZ', '+442079460123', '+44 20 7946 0123'],
  ['ZZ', '13800138000', '13800138000'],
])('at home in %s, %j is written %j', (country, number, written) => {
  overwriteHome(() => country)
  onTestFinished(() => overwriteHome(() => 'CN'))

  expect(writtenNumber(number)).toBe(written)
})

test.each([
  ['138 0013 8000', '13800138000'],
  ['(010) 6234-5678', '01062345678'],
  ['+44 (0)20 7946 0123', '+442079460123'],
  ['tel:+86-138-0013-8000', '+8613800138000'],
  ['sip:6073@pbx.example.com;transport=tls', '6073'],
  ['１３８００１３８０００', '13800138000'],
  ['\u00a0138\u00a00013\n8000\t', '13800138000'],
  ['*21*6073#', '*21*6073#'],
  ['12+34', '1234'],
  ['no number', ''],
])('%j is dialled %j', (text, dialled) => {
  expect(dialledNumber(text)).toBe(dialled)
})
