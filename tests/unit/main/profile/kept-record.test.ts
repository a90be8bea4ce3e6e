import { describe, expect, test } from 'vitest'
import { keepRecord, type Migration, migrate } from '#main/profile/kept-record.ts'
import { keepMemory } from '#main/profile/memory.ts'
import { initialSettings, keepSettings } from '#main/profile/settings.ts'

const log = { info: () => undefined, warn: () => undefined, error: () => undefined }
function fakeFile(content: unknown = {}) {
  const file = {
    content,
    full: false,
    read: () => file.content,
    write: (next: Record<string, unknown>) => {
      if (file.full) throw new Error('ENOSPC')
      file.content = next
    },
    setAside: () => 'settings.damaged-1.json',
  }
  return file
}

describe('settings', () => {
  test('begin as designed', () => {
    expect(keepSettings(fakeFile(), log)).toMatchObject({ setAside: null })
    expect(keepSettings(fakeFile(), log).current()).toEqual(initialSettings)
  })

  test('a change outlives the process', () => {
    const file = fakeFile()
    keepSettings(file, log).change({ theme: 'dark' })

    expect(keepSettings(file, log).current()).toEqual({ ...initialSettings, theme: 'dark' })
  })

  test('a damaged field is set to its beginning, the file is set aside, and the rest stays', () => {
    const file = fakeFile({ version: 1, theme: 'purple', barMode: true })
    const settings = keepSettings(file, log)

    expect(settings.setAside).toBe('settings.damaged-1.json')
    expect(settings.current()).toEqual({ ...initialSettings, barMode: true })
    expect(keepSettings(file, log)).toMatchObject({ setAside: null })
  })

  test('a file that is no record is set aside', () => {
    expect(keepSettings(fakeFile([1, 2]), log).setAside).toBe('settings.damaged-1.json')
  })

  test('a full disk costs the next start, not this one', () => {
    const file = fakeFile()
    file.full = true
    const settings = keepSettings(file, log)

    expect(settings.change({ theme: 'dark' }).theme).toBe('dark')
    expect(settings.current().theme).toBe('dark')
  })
})

describe('memory', () => {
  test('the instance id is made once', () => {
    const file = fakeFile()
    const first = keepMemory(file, log).current().instanceId

    expect(first).toMatch(/^urn:uuid:[0-9a-f-]{36}$/)
    expect(keepMemory(file, log).current().instanceId).toBe(first)
  })

  test('a damaged instance id is made anew and kept', () => {
    const file = fakeFile({ instanceId: 'x', workNumber: '6002' })
    const memory = keepMemory(file, log).current()

    expect(memory.workNumber).toBe('6002')
    expect(keepMemory(file, log).current().instanceId).toBe(memory.instanceId)
  })
})

describe('migrations', () => {
  const steps: Migration[] = [
    ({ colour, ...rest }) => ({ ...rest, theme: colour }),
    ({ theme, ...rest }) => ({ ...rest, theme: `${theme}!` }),
  ]

  test('lead from the version of the file to the present one', () => {
    expect(migrate({ colour: 'red' }, steps)).toEqual({ theme: 'red!' })
    expect(migrate({ version: 2, theme: 'red' }, steps)).toMatchObject({ theme: 'red!' })
    expect(migrate({ version: 3, theme: 'red' }, steps)).toMatchObject({ theme: 'red' })
  })

  test('a file of a later version is read as far as it goes', () => {
    expect(migrate({ version: 9, theme: 'red', more: 1 }, steps)).toMatchObject({ theme: 'red', more: 1 })
  })

  test('the version is written with the record', () => {
    const file = fakeFile()

    keepRecord({ file, fields: {}, initial: {}, migrations: steps, log }).change({})

    expect(file.content).toEqual({ version: 3 })
  })
})
