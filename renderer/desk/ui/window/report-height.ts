/** Tells the element's height whenever it changes: the window in bar mode is as tall as what it shows. */
export function reportHeight(tell: (height: number) => void): (element: HTMLElement) => () => void {
  return (element) => {
    const observer = new ResizeObserver(() => tell(Math.ceil(element.getBoundingClientRect().height)))
    observer.observe(element)
    return () => observer.disconnect()
  }
}
