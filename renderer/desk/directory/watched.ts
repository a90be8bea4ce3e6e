/** Says when the element is there to be looked at: while it is mounted and the window is not hidden. */
export function watched(tell: (on: boolean) => void): (element: HTMLElement) => () => void {
  return (element) => {
    const { ownerDocument } = element
    const look = () => tell(!ownerDocument.hidden)
    ownerDocument.addEventListener('visibilitychange', look)
    look()
    return () => {
      ownerDocument.removeEventListener('visibilitychange', look)
      tell(false)
    }
  }
}
