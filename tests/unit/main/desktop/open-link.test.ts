import { expect, test } from 'vitest'
import { openLink } from '#main/desktop/open-link.ts'

const said: unknown[] = []
const log = { info: () => undefined, error: () => undefined, warn: (...words: unknown[]) => void said.push(words) }

test('a link opens outside, and a system without a browser says so without the address in the log', async () => {
  const opened: string[] = []
  const openExternal = async (url: string) => void opened.push(url)

  expect(await openLink('https://example.com/', { openExternal }, log)).toBe(true)
  expect(opened).toEqual(['https://example.com/'])

  const fails = async (url: string) => Promise.reject(new Error(`no handler for ${url}`))
  expect(await openLink('https://secret.example/token', { openExternal: fails }, log)).toBe(false)
  expect(said).toHaveLength(1)
  expect(JSON.stringify(said)).not.toContain('secret.example')
})
