import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const css = readFileSync(new URL('../../../../../renderer/desk/ui/tokens.css', import.meta.url), 'utf8')

/** The token's two colours; one that names another token is looked up there. */
function colours(token: string): readonly [string, string] {
  const value = new RegExp(`--${token}: ([^;]+);`).exec(css)?.[1] ?? ''
  const named = /^var\(--([\w-]+)\)$/.exec(value)?.[1]
  if (named) return colours(named)
  const pair = /^light-dark\((#\w{6}), (#\w{6})\)$/.exec(value)
  return pair ? [pair[1] ?? '', pair[2] ?? ''] : [value, value]
}

/** WCAG 2.2, "relative luminance". */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

const text = [
  [
    'text',
    ['window', 'surface', 'surface-hover', 'surface-press', 'surface-selected', 'accent-soft', 'accent-pulse'],
    7,
  ],
  ['text', ['red-soft', 'amber-soft'], 7],
  ['text-soft', ['window', 'surface', 'surface-hover', 'surface-press', 'surface-selected', 'amber-soft'], 4.5],
  ['on-accent', ['accent', 'accent-press'], 4.5],
  ['on-green', ['green', 'green-press'], 4.5],
  ['on-red', ['red', 'red-press'], 4.5],
  ['red-text', ['surface', 'red-soft'], 4.5],
  ['amber-text', ['amber-soft'], 4.5],
] as const

/** Shapes and the edges of controls need 3 : 1 (WCAG 2.2, 1.4.11). */
const shapes = [
  ...['idle', 'talking', 'ringing', 'wrap-up', 'busy', 'rest', 'offline'].map((state) => `state-${state}`),
  'border-strong',
  'focus',
]

describe.each(['light', 'dark'])('in the %s theme', (theme) => {
  const side = theme === 'light' ? 0 : 1

  test.each(text.flatMap(([on, grounds, least]) => grounds.map((ground) => [on, ground, least] as const)))(
    '%s on %s has %d : 1',
    (on, ground, least) => {
      expect(contrast(colours(on)[side], colours(ground)[side])).toBeGreaterThanOrEqual(least)
    },
  )

  test.each(shapes)('%s stands out from its ground', (shape) => {
    for (const ground of ['window', 'surface', 'accent-pulse']) {
      if (ground === 'accent-pulse' && shape !== 'state-ringing') continue
      expect(contrast(colours(shape)[side], colours(ground)[side])).toBeGreaterThanOrEqual(3)
    }
  })
})
