import { describe, expect, test } from 'vitest'
import { drawMark } from '#main/desktop/tray/draw.ts'
import { marks, quietBell } from '#main/desktop/tray/shapes.ts'

const size = 24
const alphas = (bytes: Buffer) => Array.from({ length: size * size }, (_, index) => bytes[index * 4 + 3] ?? 0)
const silhouette = (mark: (typeof marks)[keyof typeof marks]) =>
  alphas(drawMark(mark, size))
    .map((alpha) => (alpha > 127 ? '#' : '.'))
    .join('')

describe('the marks', () => {
  test('differ in shape, not only in colour', () => {
    const all = [...Object.values(marks), quietBell].map(silhouette)

    expect(new Set(all).size).toBe(all.length)
  })

  test('differ in colour, not only in shape', () => {
    const colours = Object.values(marks).map(({ colour }) => colour.join())

    expect(new Set(colours).size).toBe(colours.length)
  })

  test.each(Object.keys(marks) as (keyof typeof marks)[])(
    '%s is large enough to be seen and leaves a margin',
    (name) => {
      const covered = alphas(drawMark(marks[name], size)).filter((alpha) => alpha > 127).length

      expect(covered).toBeGreaterThan(size * size * 0.15)
      expect(covered).toBeLessThan(size * size * 0.75)
    },
  )
})

test('pixels are blue, green, red, alpha, multiplied', () => {
  const middle = drawMark({ shape: () => -1, colour: [10, 20, 30] }, 1)
  const edge = drawMark({ shape: () => 0, colour: [100, 200, 50] }, 1)

  expect([...middle]).toEqual([30, 20, 10, 255])
  expect([...edge]).toEqual([25, 100, 50, 128])
})
