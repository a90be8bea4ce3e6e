import type { Mark } from './shapes.ts'

/** Bytes in the order of Electron's bitmaps: blue, green, red, alpha, the colours multiplied by the alpha. */
export function drawMark({ shape, colour }: Mark, size: number): Buffer {
  const bytes = Buffer.alloc(size * size * 4)
  const [red, green, blue] = colour
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      const distance = shape(across(column, size), across(row, size))
      const alpha = coverage(distance, size)
      bytes.set([blue * alpha, green * alpha, red * alpha, 255 * alpha].map(Math.round), (row * size + column) * 4)
    }
  }
  return bytes
}

function across(pixel: number, size: number): number {
  return ((pixel + 0.5) / size) * 2 - 1
}

/** A pixel that the edge crosses is covered in part, which is all that smooth edges are. */
function coverage(distance: number, size: number): number {
  return Math.min(1, Math.max(0, 0.5 - (distance * size) / 2))
}
