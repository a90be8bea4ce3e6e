import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { DirectoryEntry, EntryKind } from '#contract'
import { type Line, lineOf } from '#main/directory/search/line.ts'
import { queryOf, rankOf } from '#main/directory/search/rank.ts'
import { createSearchIndex } from '#main/directory/search/search-index.ts'
import { sorted } from '#main/directory/search/sorted.ts'
import { atOnce } from '#main/directory/slices.ts'

function line(name: string, number = '', more = '', kind: EntryKind = 'contact'): Line {
  const id = `${kind}:${name}:${number}`
  const shown = (): DirectoryEntry => ({ id, kind, name, detail: more, number, can: [] })
  return lineOf({ id, kind, name, numbers: number === '' ? [] : [number], more, shown })
}

async function find(lines: readonly Line[], text: string): Promise<readonly string[]> {
  const index = createSearchIndex()
  for (const kind of ['agent', 'contact'] as const)
    await index.replace(
      kind,
      lines.filter((one) => one.kind === kind),
    )
  const { entries } = await index.search({ text, kinds: [], offset: 0, limit: 100 })
  return entries.map(({ name }) => name)
}

describe('what is found', () => {
  const people = [line('Alice Müller', '+86 138-0013-8000', 'Acme'), line('王芳', '6002', '', 'agent'), line('Bob')]

  test.each([
    ['muller', ['Alice Müller']],
    ['ALI mü', ['Alice Müller']],
    ['acme', ['Alice Müller']],
    ['138 0013', ['Alice Müller']],
    ['0086138', ['Alice Müller']],
    ['8000', ['Alice Müller']],
    ['王', ['王芳']],
    ['wf', ['王芳']],
    ['6002', ['王芳']],
    ['alice bob', []],
    ['(', []],
    ['', ['王芳', 'Alice Müller', 'Bob']],
  ])('%s', async (text, names) => {
    expect([...(await find(people, text))].sort()).toEqual([...names].sort())
  })
})

test('the whole name comes first, then what begins so, then a word that does, then the rest', async () => {
  const lines = [line('Joanna'), line('Zoe', '', 'Anna Ltd'), line('Lee Anna'), line('Annabel'), line('Anna')]

  expect(await find(lines, 'anna')).toEqual(['Anna', 'Annabel', 'Lee Anna', 'Joanna', 'Zoe'])
})

test('a number that is the whole one comes before those that begin with it', async () => {
  expect(await find([line('A', '60021'), line('B', '6002'), line('C', '16002')], '6002')).toEqual(['B', 'A', 'C'])
})

test('of one rank, agents come before contacts', async () => {
  expect(await find([line('Ann'), line('Ann Lee', '', '', 'agent')], 'ann l')).toEqual(['Ann Lee'])
  expect(await find([line('Annex'), line('Annie', '', '', 'agent')], 'ann')).toEqual(['Annie', 'Annex'])
})

const word = fc.stringMatching(/^[ab0-2é王+ ]{0,6}$/)
const lines = fc
  .array(fc.tuple(word, word), { maxLength: 12 })
  .map((pairs) => pairs.map(([name, number], place) => line(`${name}${place}`, number)))

test('typing letter by letter finds what the whole text finds at once', async () => {
  await fc.assert(
    fc.asyncProperty(lines, word, async (all, text) => {
      const index = createSearchIndex()
      await index.replace('contact', all)
      const search = (typed: string) => index.search({ text: typed, kinds: [], offset: 0, limit: 100 })
      for (let length = 1; length < text.length; length += 1) await search(text.slice(0, length))

      const { entries } = await search(text)
      const afresh = createSearchIndex()
      await afresh.replace('contact', all)
      const atOnce = await afresh.search({ text, kinds: [], offset: 0, limit: 100 })
      expect(entries).toEqual(atOnce.entries)

      const query = queryOf(text)
      const expected = all.filter((one) => query.words.length === 0 || rankOf(one, query) !== null)
      expect(entries.map(({ id }) => id).sort()).toEqual(expected.map(({ id }) => id).sort())
    }),
  )
})

test('pages put together are the whole', async () => {
  const index = createSearchIndex()
  await index.replace('agent', [line('A', '1', '', 'agent'), line('B', '1', '', 'agent')])
  await index.replace('contact', [line('C', '1'), line('D', '1')])
  for (const text of ['', '1']) {
    const page = async (offset: number, limit: number) =>
      (await index.search({ text, kinds: [], offset, limit })).entries.map(({ name }) => name)

    expect([...(await page(0, 1)), ...(await page(1, 2)), ...(await page(3, 9))]).toEqual(['A', 'B', 'C', 'D'])
  }
})

test('one that is put or removed is found or not at once, in its place', async () => {
  const index = createSearchIndex()
  const [ann, ben, cas] = [line('Ann'), line('Ben'), line('Cas')]
  await index.replace('contact', [cas, ann])
  const names = async () =>
    (await index.search({ text: '', kinds: [], offset: 0, limit: 9 })).entries.map(({ name }) => name)

  index.put(ben)
  expect(await names()).toEqual(['Ann', 'Ben', 'Cas'])
  index.remove(ann)
  expect(await names()).toEqual(['Ben', 'Cas'])
})

test('any lines are put in the order of their names', () => {
  fc.assert(
    fc.property(fc.array(word, { maxLength: 300 }), (names) => {
      const all = names.map((name, place) => line(name, String(place)))
      const once = atOnce(sorted(all))

      expect(once).toHaveLength(all.length)
      expect(atOnce(sorted(once.toReversed())).map(({ id }) => id)).toEqual(once.map(({ id }) => id))
    }),
  )
})
