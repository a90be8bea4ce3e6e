import { mkdirSync, mkdtempSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import type { SignedInAgent } from '#contract'
import { createDirectory } from '#main/directory/directory.ts'
import type { Colleague, DirectoryGateway } from '#main/directory/platform/platform.ts'

import { agentIn } from '#support/desk-preview/state.ts'

const log = { info: () => undefined, warn: () => undefined, error: () => undefined }
const ok = <T>(value: T) => Promise.resolve({ ok: true as const, value })

const agent: SignedInAgent = { ...agentIn({ name: 'idle' }), workNumber: '6001' }

function stage(gateway: Partial<DirectoryGateway> = {}) {
  const userData = mkdtempSync(join(tmpdir(), 'earshot-directory-'))
  const chosen = { toOpen: join(userData, 'in.vcf'), toSave: join(userData, 'out') }
  const colleagues: Colleague[] = [
    { workNumber: '6001', name: 'Me', state: 4 },
    { workNumber: '6002', name: 'Ann', state: 7, ctiState: 4, stateTime: 30 },
  ]
  const directory = createDirectory({
    gateway: {
      agents: () => ok(colleagues),
      queues: () => ok([{ id: '1', name: 'Support' }]),
      accessCodes: () => Promise.resolve({ ok: false, reason: 'refused', retcode: '600-003' }),
      ivrs: () => ok([{ code: '9001', name: 'PIN check' }]),
      waiting: () => ok(3),
      ...gateway,
    },
    userData,
    choose: { toOpen: () => Promise.resolve(chosen.toOpen), toSave: () => Promise.resolve(chosen.toSave) },
    language: () => 'en',
    onChange: () => undefined,
    onSetAside: () => undefined,
    now: () => 100_000,
    log,
  })
  const { requests } = directory
  const find = async (text = '') =>
    (await requests['directory.search']({ text, kinds: [], offset: 0, limit: 50 })).entries
  return { directory, requests, find, userData, chosen, colleagues }
}

const someone = { name: 'Wang', company: 'Acme', numbers: [{ label: 'mobile' as const, number: '+86 138' }], note: '' }

test('nothing is asked of the platform before somebody looks', async () => {
  const agents = vi.fn(() => ok([]))
  const { directory, requests } = stage({ agents })

  directory.agentChanged(agent)
  expect(agents).not.toHaveBeenCalled()
  requests['directory.watch']({ by: 'pane', on: true, queues: [] })

  expect(agents).toHaveBeenCalledOnce()
})

test('a colleague who rings can be picked up, and nobody calls themselves', async () => {
  const { directory, requests, find } = stage()
  directory.agentChanged(agent)
  requests['directory.watch']({ by: 'pane', on: true, queues: ['1'] })

  await vi.waitFor(async () => expect(await find('support')).toMatchObject([{ waiting: 3 }]))
  expect(await find('ann')).toMatchObject([
    { state: 'ringing', since: 70_000, can: [{ do: 'pick-up' }, { do: 'call-inside' }, { do: 'transfer' }] },
  ])
  expect(await find('6001')).toMatchObject([{ name: 'Me', can: [] }])
})

test('who signs out stays in their place, offline', async () => {
  const { directory, requests, find, colleagues } = stage()
  directory.agentChanged(agent)
  requests['directory.watch']({ by: 'pane', on: true, queues: [] })
  await vi.waitFor(async () => expect(await find('pin')).toHaveLength(1))

  colleagues.pop()
  directory.agentChanged({ ...agent, gateway: { status: 'reconnecting', since: 0, attempt: 1 } })
  directory.agentChanged(agent)

  await vi.waitFor(async () => expect(await find('ann')).toMatchObject([{ state: 'offline', can: [] }]))
})

test('what one agent saw is gone when another signs in', async () => {
  const { directory, requests, find } = stage()
  directory.agentChanged(agent)
  requests['directory.watch']({ by: 'pane', on: true, queues: [] })
  await vi.waitFor(async () => expect(await find('pin')).toHaveLength(1))

  directory.agentChanged({ status: 'signed-out', why: 'asked' })

  await vi.waitFor(async () => expect(await find()).toEqual([]))
  expect(directory.current().freshness).toEqual({ status: 'none' })
})

test('a refusal is told with its code, and what is known stays', async () => {
  const { directory, requests } = stage({
    agents: () => Promise.resolve({ ok: false, reason: 'refused', retcode: '100-007' }),
  })
  directory.agentChanged(agent)
  requests['directory.watch']({ by: 'pane', on: true, queues: [] })

  await vi.waitFor(() =>
    expect(directory.current().freshness).toEqual({
      status: 'failed',
      at: null,
      reason: 'refused',
      retcode: '100-007',
    }),
  )
})

test('a contact that is saved is found, and is there at the next start', async () => {
  const { requests, find, userData } = stage()

  const saved = await requests['contacts.save'](someone)

  expect(saved).toMatchObject({
    ok: true,
    entry: { name: 'Wang', can: [{ do: 'call', number: '+86138' }, { to: { address: '0086138' } }] },
  })
  expect(await find('acme')).toHaveLength(1)
  expect(readFileSync(join(userData, 'contacts.jsonl'), 'utf8')).toContain('"Wang"')
})

test('what the disk will not take is not shown as kept', async () => {
  const { requests, find, userData } = stage()
  mkdirSync(join(userData, 'contacts.jsonl.next'))

  expect(await requests['contacts.save'](someone)).toEqual({ ok: false, reason: 'disk' })
  expect(await find('wang')).toEqual([])
})

test('what is given out is taken in again as nothing new', async () => {
  const { requests, chosen } = stage()
  await requests['contacts.save'](someone)

  for (const format of ['vcard', 'csv'] as const) {
    expect(await requests['contacts.export']({ format })).toEqual({ ok: true, count: 1, file: 'out' })
    chosen.toOpen = chosen.toSave
    expect(await requests['contacts.import'](undefined)).toMatchObject({ ok: true, added: 0, known: 1 })
  }
})

test('a file of a hundred megabytes is refused before it is read', async () => {
  const { requests, chosen } = stage()
  writeFileSync(chosen.toOpen, '')
  truncateSync(chosen.toOpen, 100_000_000)

  expect(await requests['contacts.import'](undefined)).toEqual({ ok: false, reason: 'too-large' })
})

test('an import tells what was not understood, and keeps what was there', async () => {
  const { requests, find, chosen } = stage()
  await requests['contacts.save'](someone)
  writeFileSync(chosen.toOpen, 'BEGIN:VCARD\nFN:Eve\nrubbish\nTEL:5\nEND:VCARD\n')

  expect(await requests['contacts.import'](undefined)).toMatchObject({
    ok: true,
    added: 1,
    problems: [{ line: 3, problem: 'not-a-field' }],
  })
  expect(await find()).toHaveLength(2)
})
