import { describe, expect, test } from 'vitest'
import { placeAlert, placeBar, placeDesk, placePages } from '#main/desktop/windows/bounds.ts'

const screen = { x: 0, y: 0, width: 1920, height: 1040 }
const second = { x: 1920, y: 0, width: 1280, height: 1024 }

describe('the desk comes back', () => {
  test('where it was', () => {
    const place = { x: 2000, y: 50, width: 1100, height: 700 }

    expect(placeDesk(place, [screen, second])).toEqual(place)
  })

  test('in the middle when its screen is gone', () => {
    expect(placeDesk({ x: 2000, y: 50, width: 1100, height: 700 }, [screen])).toEqual({
      x: 320,
      y: 120,
      width: 1280,
      height: 800,
    })
  })

  test('in the middle when nobody could take hold of it', () => {
    expect(placeDesk({ x: 1900, y: 50, width: 1100, height: 700 }, [screen]).x).toBe(320)
    expect(placeDesk({ x: 100, y: -300, width: 1100, height: 700 }, [screen]).y).toBe(120)
  })

  test('no larger than the screen', () => {
    expect(placeDesk(null, [{ x: 0, y: 0, width: 1024, height: 700 }])).toEqual({
      x: 0,
      y: 0,
      width: 1024,
      height: 700,
    })
  })
})

test('the alert comes in the corner of the system, inside the work area', () => {
  expect(placeAlert(second, 'linux')).toEqual({ x: 2824, y: 860, width: 360, height: 148 })
  expect(placeAlert(second, 'win32')).toEqual(placeAlert(second, 'linux'))
  expect(placeAlert({ ...screen, y: 25 }, 'darwin')).toMatchObject({ x: 1544, y: 41 })
})

test('the bar begins where the desk was', () => {
  expect(placeBar({ x: 10, y: 20, width: 1280, height: 800 }, 56)).toEqual({ x: 10, y: 20, width: 360, height: 56 })
})

describe("the window of the customer's pages comes", () => {
  const desk = { x: 100, y: 50, width: 1280, height: 800 }

  test('where it was', () => {
    const place = { x: 2000, y: 50, width: 1100, height: 700 }

    expect(placePages(place, [screen, second], desk)).toEqual(place)
  })

  test('on the screen that the desk is not on', () => {
    expect(placePages(null, [screen, second], desk)).toEqual(second)
    expect(placePages(null, [screen, second], { ...desk, x: 2000 })).toEqual(screen)
  })

  test('on the right half of the only one', () => {
    expect(placePages(null, [screen], desk)).toEqual({ x: 960, y: 0, width: 960, height: 1040 })
    expect(placePages({ x: 2000, y: 50, width: 1100, height: 700 }, [screen], desk).x).toBe(960)
  })
})
