import { expect, test } from 'vitest'
import { yieldToVoice } from '#main/pop/views/tab/watch/priority.ts'
import { fakeTab } from '../../fake-contents.ts'

test('the process of each document yields to the voice, and one that cannot is no harm', () => {
  let pid = 41
  const set: number[][] = []
  const logged: string[] = []
  const { tab, emit } = fakeTab({ getOSProcessId: () => pid })
  const setPriority = (processId: number, priority: number) => {
    if (processId === 43) throw new Error('ESRCH')
    set.push([processId, priority])
  }
  yieldToVoice(tab, { setPriority, log: { info: (text) => void logged.push(text) } })

  emit('did-navigate')
  pid = 42
  emit('dom-ready')
  pid = 43
  emit('did-navigate')

  expect(set).toEqual([
    [41, 10],
    [42, 10],
  ])
  expect(logged).toHaveLength(1)
})

test('without a process nothing yields: to the system 0 is Earshot itself', () => {
  const set: number[] = []
  const { tab, emit } = fakeTab({ getOSProcessId: () => 0 })
  yieldToVoice(tab, {
    setPriority: (processId) => void set.push(processId),
    log: { info: (text) => expect.fail(text) },
  })

  emit('did-navigate')
  emit('dom-ready')

  expect(set).toEqual([])
})
