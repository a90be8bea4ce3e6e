/** Puts the number as machines dial it on the clipboard when the text as people write it is copied. */
export function copiedAs(number: string): (element: HTMLElement) => () => void {
  return (element) => {
    const copy = (event: ClipboardEvent) => {
      event.clipboardData?.setData('text/plain', number)
      event.preventDefault()
    }
    element.addEventListener('copy', copy)
    return () => element.removeEventListener('copy', copy)
  }
}
