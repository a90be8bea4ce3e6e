// @vitest-environment jsdom
import { expect, test } from 'vitest'
import type { ColleagueState, DirectoryEntry, DirectoryFound, Team } from '#contract'
import { partsOver } from '#support/desk-preview/show.ts'
import { deskState } from '#support/desk-preview/state.ts'

const look = { language: 'en', theme: 'light' }
const rights = { inspect: true, monitor: true, pickUp: true, callOut: true }
const team: Team = { rights, inspection: null, listenedTo: null, messages: [], seen: [] }

function agent(number: string, name: string, state: ColleagueState, since = 1_000): DirectoryEntry {
  const id = `agent:${number}`
  return { id, kind: 'agent', name, detail: 'North', number, can: [], state, since, queues: ['1'] }
}

const found = (...entries: DirectoryEntry[]): DirectoryFound => ({
  entries,
  counts: { agent: entries.length, queue: 0, 'access-code': 0, ivr: 0, contact: 0 },
  revision: 1,
})

async function boardOf(...entries: DirectoryEntry[]) {
  const desk = await partsOver(deskState(look, { team }))
  desk.answer('directory.search', found(...entries))
  const { board } = desk.parts
  board.look(true)
  await board.refresh()
  const names = () => board.rows.map(({ name }) => name)
  const becomes = async (...next: DirectoryEntry[]) => {
    desk.answer('directory.search', found(...next))
    await board.refresh()
  }
  return { ...desk, board, names, becomes }
}

test('who may need a hand stands first, then who has been at it longest', async () => {
  const { names } = await boardOf(
    agent('1', 'Idle', 'idle'),
    agent('2', 'Late', 'talking', 2_000),
    agent('3', 'Early', 'talking', 1_000),
    agent('4', 'Rings', 'ringing'),
    agent('5', 'Gone', 'offline'),
  )
  expect(names()).toEqual(['Rings', 'Early', 'Late', 'Idle'])
})

test('while the pointer is over it nobody moves, and states change where they stand', async () => {
  const { board, names, becomes } = await boardOf(agent('1', 'Ann', 'talking'), agent('2', 'Ben', 'idle'))
  board.hold('pointer', true)
  await becomes(agent('1', 'Ann', 'idle'), agent('2', 'Ben', 'talking'), agent('3', 'New', 'ringing'))

  expect(names()).toEqual(['Ann', 'Ben', 'New'])
  expect(board.rows[1]?.state).toBe('talking')
  expect(board.isStale).toBe(true)

  board.putInOrder()
  expect(names()).toEqual(['New', 'Ben', 'Ann'])
  expect(board.isStale).toBe(false)
})

test('with the pointer gone it is put in order, unless a row has the focus', async () => {
  const { board, names, becomes } = await boardOf(agent('1', 'Ann', 'talking'), agent('2', 'Ben', 'idle'))
  board.hold('pointer', true)
  board.hold('focus', true)
  await becomes(agent('1', 'Ann', 'idle'), agent('2', 'Ben', 'talking'))
  board.hold('pointer', false)
  expect(names()).toEqual(['Ann', 'Ben'])
  board.hold('focus', false)
  expect(names()).toEqual(['Ben', 'Ann'])
})

test('it shows whom a name, a state and a queue leave over', async () => {
  const { board, names } = await boardOf(
    agent('6001', 'Ann', 'talking'),
    { ...agent('6002', 'Ben', 'idle'), queues: ['2'] },
    agent('6003', 'Cat', 'offline'),
  )
  board.text = '6002'
  expect(names()).toEqual(['Ben'])
  board.text = ''
  board.chooseQueue('2')
  expect(names()).toEqual(['Ben'])
  board.chooseQueue('2')
  board.state = 'offline'
  expect(names()).toEqual(['Cat'])
})

test('whoever the platform says has gone is offline at once', async () => {
  const { board, names, tell } = await boardOf(agent('6001', 'Ann', 'talking'), agent('6002', 'Ben', 'idle'))
  tell({ team: { ...team, seen: [{ workNumber: '6001', present: false, at: 9_000 }] } })
  expect(names()).toEqual(['Ben'])
  expect(board.count).toBe(2)
})

test('the platform monitors those on the board, and only while it is looked at', async () => {
  const { board, asked } = await boardOf(agent('6001', 'Ann', 'talking'))
  board.look(false)
  board.look(true)
  expect(asked.filter(({ name }) => name === 'team.monitor').map(({ input }) => input)).toEqual([
    { workNumbers: [] },
    { workNumbers: ['6001'] },
    { workNumbers: [] },
    { workNumbers: ['6001'] },
  ])
  expect(asked).toContainEqual({ name: 'directory.watch', input: { by: 'team', on: false, queues: [] } })
})
