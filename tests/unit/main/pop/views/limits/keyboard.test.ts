import { EventEmitter } from 'node:events'
import type { WebContents } from 'electron'
import { expect, test, vi } from 'vitest'
import { leaveKeyboard } from '#main/pop/views/limits/keyboard.ts'

function page(holds: 'desk' | 'page' | 'nobody', gone = false) {
  const said = new EventEmitter()
  const contents = Object.assign(said, { id: 2 }) as object as WebContents
  const desk = { id: 1, focus: vi.fn(), isDestroyed: () => gone }
  leaveKeyboard(contents, () => ({ desk, page: contents, nobody: null })[holds])
  const begin = (more: object = {}) =>
    said.emit('did-start-navigation', { isMainFrame: true, isSameDocument: false, ...more })
  const turn = () => new Promise(setImmediate)
  return { begin, emit: said.emit.bind(said), desk, turn }
}

test('a page that is loaded gives the keyboard back to who had it', async () => {
  const { begin, emit, desk, turn } = page('desk')

  begin()
  emit('focus')
  await turn()

  expect(desk.focus).toHaveBeenCalledTimes(1)
})

test.each<[string, Parameters<typeof page>, object]>([
  ['that had it itself', ['page'], {}],
  ['whose frame is loaded', ['desk'], { isMainFrame: false }],
  ['that goes to another place in itself', ['desk'], { isSameDocument: true }],
  ['while another program has it', ['nobody'], {}],
  ['whose desk is gone', ['desk', true], {}],
])('a page %s leaves it where it is', async (_, given, navigation) => {
  const { begin, emit, desk, turn } = page(...given)

  begin(navigation)
  emit('focus')
  await turn()

  expect(desk.focus).not.toHaveBeenCalled()
})

test('a click in a page that is there takes the keyboard', async () => {
  const { begin, emit, desk, turn } = page('desk')

  begin()
  emit('did-navigate')
  emit('focus')
  await turn()

  expect(desk.focus).not.toHaveBeenCalled()
})
