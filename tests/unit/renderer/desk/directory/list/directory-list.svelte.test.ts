import { expect, test, vi } from 'vitest'
import type { DirectoryEntry, DirectoryFound } from '#contract'
import { DirectoryList } from '#renderer/desk/directory/list/directory-list.svelte.ts'
import { fakeBridge } from '#support/desk-preview/fake-bridge.ts'
import { deskState } from '#support/desk-preview/state.ts'

const nobody = { agent: 0, queue: 0, 'access-code': 0, ivr: 0, contact: 0 }

function agent(name: string, state: DirectoryEntry['state'] = 'idle'): DirectoryEntry {
  return { id: `agent:${name}`, kind: 'agent', name, detail: '', number: name, can: [], ...(state && { state }) }
}

function queue(number: string): DirectoryEntry {
  return { id: `queue:${number}`, kind: 'queue', name: number, detail: '', number, can: [] }
}

function found(entries: readonly DirectoryEntry[], more = 0): DirectoryFound {
  const counts = { ...nobody, contact: more }
  for (const { kind } of entries) counts[kind] += 1
  return { entries, counts, revision: 1 }
}

function open() {
  const fake = fakeBridge(deskState({ language: 'en', theme: 'light' }))
  const list = new DirectoryList(fake.bridge)
  const names = () => list.rows.flatMap((row) => ('place' in row ? [list.at(row.place)?.name] : []))
  const asked = (name: string) => fake.asked.filter((one) => one.name === name).map(({ input }) => input)
  return { ...fake, list, names, requests: asked }
}

test('everything is shown kind by kind, under headings; what is found is not', async () => {
  const { list, answer } = open()
  answer('directory.search', found([agent('Ann'), queue('1')]))

  await list.refresh()
  expect(list.rows).toEqual([
    { heading: 'agent', count: 1 },
    { place: 0 },
    { heading: 'queue', count: 1 },
    { place: 1 },
  ])

  list.type('a')
  await vi.waitFor(() => expect(list.rows).toEqual([{ place: 0 }, { place: 1 }]))
})

test('a fresh state is shown where the old one was', async () => {
  const { list, answer } = open()
  answer('directory.search', found([agent('Ann')]))
  await list.refresh()

  answer('directory.search', found([agent('Ann', 'rest')]))
  await list.refresh()

  expect(list.at(0)?.state).toBe('rest')
})

test('under a pointer nothing moves, however many come and go; once it has left they do', async () => {
  const { list, answer, names } = open()
  answer('directory.search', found([agent('Ben'), agent('Cas')]))
  await list.refresh()
  list.point(true)

  answer('directory.search', found([agent('Ann'), agent('Ben', 'busy'), agent('Cas')]))
  await list.refresh()
  expect(names()).toEqual(['Ben', 'Cas'])
  expect(list.at(0)?.state).toBe('busy')

  list.point(false)
  await vi.waitFor(() => expect(names()).toEqual(['Ann', 'Ben', 'Cas']))
})

test('an answer to what is no longer typed changes nothing', async () => {
  const { list, answer, names } = open()
  let late: (value: unknown) => void = () => undefined
  answer('directory.search', new Promise((resolve) => (late = resolve)))
  list.type('a')
  answer('directory.search', found([agent('Ann')]))
  list.type('an')

  late(found([agent('Zoe')]))

  await vi.waitFor(() => expect(names()).toEqual(['Ann']))
})

test('of many only the pages on the screen are fetched', async () => {
  const { list, answer, requests } = open()
  answer('directory.search', found([agent('Ann')], 50_000))
  await list.refresh()

  list.see(10_002, 10_020)

  await vi.waitFor(() => expect(requests('directory.search')).toHaveLength(2))
  expect(requests('directory.search')[1]).toMatchObject({ offset: 10_000, limit: 100 })
})

test('waiting counts are asked for of the queues that are seen, and of none once the pane is left', async () => {
  const { list, answer, requests } = open()
  answer('directory.search', found([agent('Ann'), queue('1'), queue('2')]))
  list.look(true)
  await list.refresh()

  list.see(0, 3)
  list.look(false)

  expect(requests('directory.watch').at(-2)).toEqual({ by: 'pane', on: true, queues: ['1'] })
  expect(requests('directory.watch').at(-1)).toEqual({ by: 'pane', on: false, queues: [] })
})
