// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/svelte'
import { afterEach, expect, test, vi } from 'vitest'
import type { DirectoryEntry } from '#contract'
import type { Reach } from '#renderer/desk/directory/deeds.ts'
import EntryCard from '#renderer/desk/directory/EntryCard.svelte'
import { overwriteGetLocale } from '#renderer/desk/messages/compiled/runtime.js'

afterEach(cleanup)

const inside = { kind: 'agent', address: '6002' } as const
const ringing: DirectoryEntry = {
  id: 'agent:6002',
  kind: 'agent',
  name: 'Ann',
  detail: '',
  number: '6002',
  state: 'ringing',
  can: [
    { do: 'pick-up', workNumber: '6002' },
    { do: 'call-inside', to: inside },
    { do: 'transfer', to: inside },
  ],
}
const contact = {
  id: '1',
  name: 'Wang',
  company: '',
  numbers: [
    { label: 'mobile' as const, number: '+86 138' },
    { label: 'fax' as const, number: '+86 138' },
  ],
  note: '',
}
const wang: DirectoryEntry = {
  id: 'contact:1',
  kind: 'contact',
  name: 'Wang',
  detail: '',
  number: '+86 138',
  contact,
  can: [
    { do: 'call', number: '+86138', label: 'mobile' },
    { do: 'transfer', to: { kind: 'outside', address: '0086138' }, label: 'mobile' },
  ],
}

type Allowed = Partial<Pick<Reach, 'mayCallOut' | 'mayPickUp' | 'write'>>

function show(entry: DirectoryEntry, kinds: Reach['kinds'] = [], allowed: Allowed = {}) {
  overwriteGetLocale(() => 'en')
  const may = { mayCallOut: true, mayPickUp: true, ...allowed }
  const reach = {
    kinds,
    ...may,
    pending: false,
    call: vi.fn(),
    callInside: vi.fn(),
    pickUp: vi.fn(),
    transfer: vi.fn(),
  }
  const acts = { onedit: vi.fn(), onremove: vi.fn(), onclose: vi.fn() }
  render(EntryCard, { entry, reach, ...acts })
  const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))
  return { reach, press, ...acts }
}

test('a colleague who rings is picked up or called, and nothing is transferred without a call', async () => {
  const { reach, press } = show(ringing)

  await press('Pick up the call that rings at Ann')
  await press('Call Ann inside')

  expect(reach.pickUp).toHaveBeenCalledWith('6002')
  expect(reach.callInside).toHaveBeenCalledWith('agent', '6002')
  expect(screen.queryByRole('button', { name: /Transfer/ })).toBeNull()
})

test('a call that talks can be transferred to each number that can be called', async () => {
  const { reach, press } = show(wang, ['outside'])

  await press(/Transfer/)
  await press(/Call Wang/)

  expect(reach.transfer).toHaveBeenCalledWith(
    expect.objectContaining({ kind: 'outside', address: '0086138', name: 'Wang' }),
  )
  expect(reach.call).toHaveBeenCalledWith('+86138')
})

test('what the platform does not let this agent do is not offered', () => {
  show(ringing, [], { mayPickUp: false })
  expect(screen.queryByRole('button', { name: /Pick up/ })).toBeNull()
  expect(screen.getByRole('button', { name: 'Call Ann inside' })).toBeTruthy()

  cleanup()
  show(wang, ['outside'], { mayCallOut: false })
  expect(screen.queryByRole('button', { name: /Call Wang/ })).toBeNull()
  expect(screen.getByRole('button', { name: /Transfer/ })).toBeTruthy()
})

test('who cannot be reached is said so', () => {
  show({ ...ringing, state: 'offline', can: [] })

  expect(screen.getByText('Cannot be reached at this moment.')).toBeTruthy()
})

test('a contact is removed with the second press', async () => {
  const { onremove, press } = show(wang)

  await press('Remove')
  expect(onremove).not.toHaveBeenCalled()
  await press('Remove for good')

  expect(onremove).toHaveBeenCalledWith(contact)
})

test('where there is chat a colleague is written to, and nobody else', async () => {
  const write = vi.fn()
  const { press } = show(ringing, [], { write })
  await press('Write to Ann')
  expect(write).toHaveBeenCalledWith('6002', 'Ann')

  cleanup()
  show(wang, [], { write })
  expect(screen.queryByRole('button', { name: /Write/ })).toBeNull()

  cleanup()
  show(ringing)
  expect(screen.queryByRole('button', { name: /Write/ })).toBeNull()
})
