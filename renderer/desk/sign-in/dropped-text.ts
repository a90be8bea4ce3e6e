interface Dropped {
  readonly ontext: (text: string) => void
  readonly onover: (over: boolean) => void
}

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement

/** Takes a profile dropped on the window as a file, or pasted anywhere but into a field. */
export function droppedText({ ontext, onover }: Dropped): () => () => void {
  const drop = async (event: DragEvent) => {
    event.preventDefault()
    onover(false)
    const file = event.dataTransfer?.files[0]
    const text = file ? await file.text() : event.dataTransfer?.getData('text/plain')
    if (text) ontext(text)
  }
  const paste = (event: ClipboardEvent) => {
    const text = event.clipboardData?.getData('text/plain')
    if (text?.includes('{') && !isTyping(event.target)) ontext(text)
  }
  const over = (event: DragEvent) => {
    event.preventDefault()
    onover(true)
  }
  const leave = (event: DragEvent) => {
    if (!event.relatedTarget) onover(false)
  }
  return () => {
    const stop = new AbortController()
    const { signal } = stop
    window.addEventListener('drop', drop, { signal })
    window.addEventListener('dragover', over, { signal })
    window.addEventListener('dragleave', leave, { signal })
    window.addEventListener('paste', paste, { signal })
    return () => stop.abort()
  }
}
