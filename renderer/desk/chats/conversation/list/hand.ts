/** So long after the last sign of it a movement is still the agent's own: a wheel's smooth scrolling ends late. */
const echoMs = 600

/** Tells whether a list is moved by the agent's hand, or by what is drawn in it. */
export interface Hand {
  isMoving(): boolean
  /** It wants to see what stands above: nothing may pull it back to the end, though nothing has moved yet. */
  wantsUp(): boolean
  /** For `{@attach}`. */
  readonly on: (element: HTMLElement) => () => void
}

function pointsUp(event: Event): boolean {
  if (event instanceof WheelEvent) return event.deltaY < 0
  return event instanceof KeyboardEvent && ['PageUp', 'ArrowUp', 'Home'].includes(event.key)
}

export function watchHand(now: () => number = () => performance.now()): Hand {
  let last = Number.NEGATIVE_INFINITY
  let held = false
  let up = Number.NEGATIVE_INFINITY
  const move = (event?: Event) => {
    last = now()
    if (event && pointsUp(event)) up = last
  }
  const hold = () => {
    held = true
    move()
  }
  // The end of a drag of the scroll bar is told to nobody; the next movement without a button shows it.
  const release = ({ buttons }: PointerEvent) => {
    if (held && buttons === 0) {
      held = false
      move()
    }
  }
  return {
    isMoving: () => held || now() - last < echoMs,
    wantsUp: () => now() - up < echoMs,
    on: (element) => {
      const signs = { wheel: move, touchmove: move, keydown: move }
      for (const [type, sign] of Object.entries(signs)) element.addEventListener(type, sign, { passive: true })
      element.addEventListener('pointerdown', hold)
      addEventListener('pointermove', release)
      addEventListener('pointerup', release)
      return () => {
        for (const [type, sign] of Object.entries(signs)) element.removeEventListener(type, sign)
        element.removeEventListener('pointerdown', hold)
        removeEventListener('pointermove', release)
        removeEventListener('pointerup', release)
      }
    },
  }
}
