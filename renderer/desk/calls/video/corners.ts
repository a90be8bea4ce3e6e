import type { Corner } from './video-desk.svelte.ts'

/** The corner that an arrow key leads to; null for any other key. */
export function cornerAfter(corner: Corner, key: string): Corner | null {
  const [upDown, side] = corner.split('-')
  const places: Readonly<Record<string, string>> = {
    ArrowUp: `top-${side}`,
    ArrowDown: `bottom-${side}`,
    ArrowLeft: `${upDown}-left`,
    ArrowRight: `${upDown}-right`,
  }
  return corners.find((one) => one === places[key]) ?? null
}

const corners: readonly Corner[] = ['top-left', 'top-right', 'bottom-left', 'bottom-right']

type Frame = Pick<DOMRect, 'left' | 'top' | 'width' | 'height'>

/** The corner nearest to where a pointer let go. */
export function cornerAt(frame: Frame, { clientX, clientY }: Pick<PointerEvent, 'clientX' | 'clientY'>): Corner {
  const side = clientX < frame.left + frame.width / 2 ? 'left' : 'right'
  return clientY < frame.top + frame.height / 2 ? `top-${side}` : `bottom-${side}`
}
