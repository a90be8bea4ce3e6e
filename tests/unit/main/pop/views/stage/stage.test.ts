import type { BrowserWindow, Rectangle, WebContentsView } from 'electron'
import { expect, test } from 'vitest'
import { createStage } from '#main/pop/views/stage/stage.ts'

interface FakeView {
  readonly name: string
  visible: boolean
  bounds: Rectangle | null
  focused: boolean
}

function stageWithViews(...names: readonly string[]) {
  const focus = { held: '' }
  const windowOf = (name: string, zoom: number) => {
    const children = new Set<FakeView>()
    const now = { destroyed: false }
    return {
      ...{ children, now },
      isDestroyed: () => now.destroyed,
      isFocused: () => true,
      destroy: () => Object.assign(now, { destroyed: true }),
      webContents: { getZoomFactor: () => zoom, focus: () => Object.assign(focus, { held: name }) },
      contentView: {
        addChildView: (view: FakeView) => children.add(view),
        removeChildView: (view: FakeView) => children.delete(view),
      },
    }
  }
  const [desk, own] = [windowOf('desk', 2), windowOf('own', 1)]
  const stage = createStage({
    desk: () => desk as object as BrowserWindow,
    openWindow: () => own as object as BrowserWindow,
  })
  const views = names.map((name) => {
    const view = { name, visible: true, bounds: null as Rectangle | null }
    return Object.assign(view, {
      setVisible: (visible: boolean) => Object.assign(view, { visible }),
      setBounds: (bounds: Rectangle) => Object.assign(view, { bounds }),
      webContents: {
        isFocused: () => focus.held === name,
        focus: () => Object.assign(focus, { held: name }),
      },
    })
  })
  const as = (view: object | undefined) => view as WebContentsView
  for (const view of views) stage.add(as(view))
  const seen = () => views.filter(({ visible }) => visible).map(({ name }) => name)
  return { stage, views, as, seen, focus, desk, own }
}

const room = { x: 10, y: 20, width: 300, height: 200 }

test('one view is seen, where there is room, in the pixels of the window', () => {
  const { stage, views, as, seen } = stageWithViews('a', 'b')
  stage.show(as(views[0]))
  expect(seen()).toEqual([])

  stage.room(room)
  expect(seen()).toEqual(['a'])
  expect(views[0]?.bounds).toEqual({ x: 20, y: 40, width: 600, height: 400 })
  stage.show(as(views[1]))
  expect(seen()).toEqual(['b'])
  stage.room(null)

  expect(seen()).toEqual([])
})

test('put away, nothing is seen', () => {
  const { stage, views, as, seen } = stageWithViews('a')
  stage.room(room)
  stage.show(as(views[0]))

  stage.place('closed')
  expect(seen()).toEqual([])
  stage.place('desk')

  expect(seen()).toEqual(['a'])
})

test('the keyboard goes with the page that takes the place, or back to the desk', () => {
  const { stage, views, as, focus } = stageWithViews('a', 'b')
  stage.room(room)
  stage.show(as(views[0]))
  focus.held = 'a'

  stage.show(as(views[1]))
  expect(focus.held).toBe('b')
  stage.room(null)
  expect(focus.held).toBe('desk')
  stage.room(room)

  expect(focus.held).toBe('desk')
})

test('a page that goes with the keyboard leaves it to the desk', () => {
  const { stage, views, as, focus } = stageWithViews('a', 'b')
  stage.room(room)
  stage.show(as(views[0]))
  focus.held = 'a'

  stage.remove(as(views[1]))
  expect(focus.held).toBe('a')
  stage.remove(as(views[0]))

  expect(focus.held).toBe('desk')
})

test('the views move to a window of their own and back before it goes, and wait there for its room', () => {
  const { stage, views, as, seen, desk, own } = stageWithViews('a', 'b')
  stage.room(room)
  stage.show(as(views[0]))

  stage.place('window')
  expect([desk.children.size, own.children.size, seen()]).toEqual([0, 2, []])
  stage.room(room)
  expect([seen(), views[0]?.bounds]).toEqual([['a'], room])
  stage.place('desk')

  expect([desk.children.size, own.children.size, own.now.destroyed]).toEqual([2, 0, true])
  expect(seen()).toEqual([])
})

test('nothing is drawn in a desk that has gone at the end of the app', () => {
  const { stage, views, as, desk } = stageWithViews('a')
  stage.room(room)
  desk.destroy()

  stage.show(as(views[0]))
  stage.remove(as(views[0]))

  expect(stage.shown()).toBeNull()
})
