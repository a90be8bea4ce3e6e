/** Puts the number as machines dial it on the clipboard; the asynchronous clipboard wants a permission no window has. */
export function copyNumber(number: string): boolean {
  const give = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', number)
    event.preventDefault()
  }
  document.addEventListener('copy', give)
  const done = document.execCommand('copy')
  document.removeEventListener('copy', give)
  return done
}
