import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { CallNote } from '#renderer/desk/history/call-note.svelte.ts'

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('reportError', () => undefined)
})

afterEach(() => vi.useRealTimers())

function start(kept = '') {
  const written: string[] = []
  const disk = { works: true }
  const note = new CallNote(
    {
      request: async (name, input) => {
        if (name === 'history.noteOf') return kept as never
        if (!disk.works) throw new Error('disk')
        written.push((input as { text: string }).text)
        return true as never
      },
    },
    'one',
  )
  return { note, written, disk }
}

const settled = () => vi.advanceTimersByTimeAsync(0)

test('the note so far is shown, unless something has been typed meanwhile', async () => {
  const read = start('so far')
  const typed = start('so far')
  typed.note.type('mine')
  await settled()

  expect(read.note.text).toBe('so far')
  expect(typed.note.text).toBe('mine')
})

test('it is kept 300 ms after the last letter, and the agent is told', async () => {
  const { note, written } = start()
  note.type('a')
  await vi.advanceTimersByTimeAsync(200)
  note.type('ab')
  await vi.advanceTimersByTimeAsync(299)
  expect(written).toEqual([])
  expect(note.status).toBe('keeping')

  await vi.advanceTimersByTimeAsync(1)

  expect(written).toEqual(['ab'])
  expect(note.status).toBe('kept')
})

test('leaving the field keeps it at once, and nothing that is kept already', async () => {
  const { note, written } = start('so far')
  await settled()
  await note.flush()
  expect(written).toEqual([])

  note.type('more')
  await note.flush()
  await note.flush()
  await vi.advanceTimersByTimeAsync(1_000)

  expect(written).toEqual(['more'])
})

test('what could not be kept is told, and tried again', async () => {
  const { note, written, disk } = start()
  disk.works = false
  note.type('a')
  await note.flush()
  expect(note.status).toBe('failed')

  disk.works = true
  await note.flush()

  expect(written).toEqual(['a'])
  expect(note.status).toBe('kept')
})

test('an emptied note is kept as empty', async () => {
  const { note, written } = start('so far')
  await settled()
  note.type('')
  await note.flush()

  expect(written).toEqual([''])
})
