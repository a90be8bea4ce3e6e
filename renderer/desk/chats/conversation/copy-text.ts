/** Puts a text on the clipboard; the asynchronous clipboard wants a permission no window has. */
export function copyText(text: string): boolean {
  const give = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', text)
    event.preventDefault()
  }
  document.addEventListener('copy', give, { capture: true })
  const done = document.execCommand('copy')
  document.removeEventListener('copy', give, { capture: true })
  return done
}
