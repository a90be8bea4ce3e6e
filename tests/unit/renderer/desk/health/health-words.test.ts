import { expect, test } from 'vitest'
import { healthWords } from '#renderer/desk/health/health-words.ts'
import { overwriteGetLocale } from '#renderer/desk/messages/compiled/runtime.js'

test('a microphone is called by its name, or as the system’s own where it has none', () => {
  overwriteGetLocale(() => 'en')
  const words = (status: 'unplugged' | 'failed', label: string) => healthWords({ kind: 'microphone', status, label })

  expect(words('unplugged', 'Jabra').text).toContain('“Jabra”')
  expect(words('unplugged', '').text).toContain('“System default”')
  expect(words('failed', '').text).toContain('“System default”')
})
