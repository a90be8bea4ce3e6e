import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import english from '#renderer/desk/messages/en.json' with { type: 'json' }
import chinese from '#renderer/desk/messages/zh-CN.json' with { type: 'json' }

const catalogues: Record<string, Record<string, string>> = { english, chinese }
const en: Record<string, string> = english
const zh: Record<string, string> = chinese

/** Names that are the same in every language. */
const brands = ['facebook', 'line', 'whatsapp', 'telegram', 'instagram']
const names = new Set(['app_name', 'version', ...brands.map((brand) => `chat_channel_${brand}`)])

const placeholders = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort()

const root = new URL('../../../../../renderer', import.meta.url).pathname
const components = ['desk', 'alert', 'pages'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.svelte'))
    .map((name) => join(root, folder, name)),
)

/** Markup with everything that is not shown as words taken out: script, style, comments, tags, `{…}`. */
function shownText(source: string): string {
  let markup = source.replace(/<script[\s\S]*?<\/script>|<style[\s\S]*?<\/style>|<!--[\s\S]*?-->/g, '')
  for (let before = ''; before !== markup; ) {
    before = markup
    markup = markup.replace(/\{[^{}]*\}/g, '')
  }
  return markup
    .replace(/<[^>]*>/g, ' ')
    .replace(/[\s·+\d]+/g, ' ')
    .trim()
}

test('both catalogues say the same things', () => {
  expect(Object.keys(zh).sort()).toEqual(Object.keys(en).sort())
})

test('a translation uses the variables of its original', () => {
  const differing = Object.keys(en).filter(
    (key) => String(placeholders(en[key] ?? '')) !== String(placeholders(zh[key] ?? '')),
  )

  expect(differing).toEqual([])
})

test('nothing is empty, and no sentence is left untranslated', () => {
  const empty = Object.entries(catalogues).flatMap(([name, all]) =>
    Object.keys(all)
      .filter((key) => all[key]?.trim() === '')
      .map((key) => `${name} ${key}`),
  )
  const untranslated = Object.keys(en).filter(
    (key) => /[A-Za-z]/.test(en[key] ?? '') && en[key] === zh[key] && !names.has(key),
  )

  expect(empty).toEqual([])
  expect(untranslated).toEqual([])
})

test('the Chinese catalogue is Chinese but for names', () => {
  const without = Object.keys(zh).filter(
    (key) =>
      /[A-Za-z]/.test((zh[key] ?? '').replace(/\{\w+\}/g, '')) &&
      !/\p{Script=Han}/u.test(zh[key] ?? '') &&
      !names.has(key),
  )

  expect(without).toEqual([])
})

test('the English catalogue has no Chinese in it', () => {
  expect(Object.keys(en).filter((key) => /\p{Script=Han}/u.test(en[key] ?? ''))).toEqual([])
})

test('every sentence about a failure ends as a sentence does', () => {
  const open = Object.keys(en).filter(
    (key) => key.startsWith('retcode_') && !(/\.$/.test(en[key] ?? '') && /。$/.test(zh[key] ?? '')),
  )

  expect(open).toEqual([])
})

test('words that stand in markup are noticed', () => {
  expect(shownText('<script>a</script><p title={x ? {} : 1}>Hello {name}</p>')).toBe('Hello')
})

test.each(components)('%s shows no words but those of the catalogues', (file) => {
  expect(shownText(readFileSync(file, 'utf8'))).toBe('')
})

test.each(components)('%s names things by the catalogues', (file) => {
  const attributes = readFileSync(file, 'utf8').match(
    /\b(aria-label|title|placeholder|label|alt)="[^"{]*[A-Za-z][^"{]*"/g,
  )

  expect(attributes ?? []).toEqual([])
})
