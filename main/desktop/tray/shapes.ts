import type { TrayState } from './tray-menu.ts'

/** Distance to a shape's edge in a square from -1 to 1, y downwards; negative inside. */
type Shape = (x: number, y: number) => number

const disc =
  (radius: number): Shape =>
  (x, y) =>
    Math.hypot(x, y) - radius
const ring =
  (radius: number, thickness: number): Shape =>
  (x, y) =>
    Math.abs(Math.hypot(x, y) - radius) - thickness / 2
const box =
  (half: number): Shape =>
  (x, y) =>
    Math.max(Math.abs(x), Math.abs(y)) - half
const diamond =
  (half: number): Shape =>
  (x, y) =>
    (Math.abs(x) + Math.abs(y) - half) * Math.SQRT1_2
const either =
  (...shapes: readonly Shape[]): Shape =>
  (x, y) =>
    Math.min(...shapes.map((shape) => shape(x, y)))
const both =
  (...shapes: readonly Shape[]): Shape =>
  (x, y) =>
    Math.max(...shapes.map((shape) => shape(x, y)))

const leftHalf: Shape = (x) => x
const bell: Shape = either(
  both(disc(0.62), (_, y) => y),
  both(
    (x, y) => Math.abs(x) - 0.62 - Math.max(0, y - 0.1) * 0.5,
    (_, y) => Math.abs(y - 0.22) - 0.3,
  ),
  (x, y) => Math.hypot(x, y - 0.72) - 0.2,
)

export interface Mark {
  readonly shape: Shape
  readonly colour: readonly [red: number, green: number, blue: number]
}

/** State by shape as well as by colour (design/look.md, "Look"); tones that stand out on light and dark panels. */
export const marks: Readonly<Record<TrayState, Mark>> = {
  offline: { shape: ring(0.68, 0.26), colour: [0x8a, 0x93, 0xa0] },
  idle: { shape: disc(0.8), colour: [0x2e, 0xa8, 0x5c] },
  talking: { shape: either(ring(0.76, 0.22), disc(0.42)), colour: [0x2b, 0x8f, 0xd8] },
  ringing: { shape: bell, colour: [0x6b, 0x78, 0xf0] },
  'wrap-up': { shape: either(ring(0.74, 0.2), both(disc(0.74), leftHalf)), colour: [0x1f, 0x9d, 0x93] },
  busy: { shape: box(0.68), colour: [0xd0, 0x8a, 0x18] },
  rest: { shape: diamond(0.92), colour: [0x9d, 0x63, 0xd8] },
}

/** The ringing bell between two beats: the motion that goes with the accent. */
export const quietBell: Mark = { shape: both(bell, (x, y) => -(bell(x, y) + 0.2)), colour: marks.ringing.colour }
