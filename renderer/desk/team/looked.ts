/** Tells while the element is there to be looked at: mounted, in a window that is not hidden. */
export function looked(tell: (on: boolean) => void): (element: HTMLElement) => () => void {
  return ({ ownerDocument }) => {
    const look = () => tell(!ownerDocument.hidden)
    ownerDocument.addEventListener('visibilitychange', look)
    look()
    return () => {
      ownerDocument.removeEventListener('visibilitychange', look)
      tell(false)
    }
  }
}
