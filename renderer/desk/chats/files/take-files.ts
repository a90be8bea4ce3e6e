/** Files out of a paste or a drop; none when it is text, which then goes where it is pasted. */
export function filesIn(transfer: DataTransfer | null): readonly File[] {
  return [...(transfer?.files ?? [])]
}

/**
 * Takes the files that are pasted or dropped on an element. While some are held over it, it has the class
 * `files-over`; a drop anywhere else does nothing (`navigateOnDragDrop` is off).
 */
export function takeFiles(ontake: (files: readonly File[]) => void): (element: HTMLElement) => () => void {
  return (element) => {
    const over = (on: boolean) => element.classList.toggle('files-over', on)
    const taken = (event: Event, transfer: DataTransfer | null) => {
      const files = filesIn(transfer)
      if (files.length === 0) return
      event.preventDefault()
      ontake(files)
    }
    const paste = (event: ClipboardEvent) => taken(event, event.clipboardData)
    const drag = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return
      event.preventDefault()
      event.dataTransfer.dropEffect = 'copy'
      over(true)
    }
    const leave = (event: DragEvent) => {
      if (!(event.relatedTarget instanceof Node && element.contains(event.relatedTarget))) over(false)
    }
    const drop = (event: DragEvent) => {
      over(false)
      taken(event, event.dataTransfer)
    }
    const ended = new AbortController()
    const heard = { signal: ended.signal }
    element.addEventListener('paste', paste, heard)
    element.addEventListener('dragenter', drag, heard)
    element.addEventListener('dragover', drag, heard)
    element.addEventListener('dragleave', leave, heard)
    element.addEventListener('drop', drop, heard)
    return () => ended.abort()
  }
}
