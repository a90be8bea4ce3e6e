import './drop-place.css'

/** Files out of a paste or a drop; none when it is text, which then goes where it is pasted. */
export function filesIn(transfer: DataTransfer | null): readonly File[] {
  return [...(transfer?.files ?? [])]
}

export interface TakesFiles {
  /** What is written on the element while files are dragged. */
  readonly word: string
  readonly ontake: (files: readonly File[]) => void
}

/**
 * Takes the files that are pasted or dropped on an element. While some are dragged anywhere over the window it shows
 * itself as the place for them; a drop anywhere else does nothing (`navigateOnDragDrop` is off). Null: none are taken.
 */
export function takeFiles(takes: TakesFiles | null): (element: HTMLElement) => () => void {
  return (element) => {
    const ended = new AbortController()
    if (takes) listen(element, takes, { signal: ended.signal })
    return () => {
      ended.abort()
      element.classList.remove('files-near', 'files-over')
    }
  }
}

function listen(element: HTMLElement, { word, ontake }: TakesFiles, heard: AddEventListenerOptions): void {
  element.dataset.dropWord = word
  const near = (on: boolean) => element.classList.toggle('files-near', on)
  const over = (on: boolean) => element.classList.toggle('files-over', on)
  const taken = (event: Event, transfer: DataTransfer | null) => {
    const files = filesIn(transfer)
    if (files.length === 0) return
    event.preventDefault()
    ontake(files)
  }
  const drag = (event: DragEvent) => {
    if (!hasFiles(event)) return
    event.preventDefault()
    if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy'
    over(true)
  }
  element.addEventListener('paste', (event) => taken(event, event.clipboardData), heard)
  element.addEventListener('dragenter', drag, heard)
  element.addEventListener('dragover', drag, heard)
  element.addEventListener('dragleave', (event) => over(isInside(element, event.relatedTarget)), heard)
  element.addEventListener('drop', (event) => taken(event, event.dataTransfer), heard)
  document.addEventListener('dragenter', (event) => near(hasFiles(event)), heard)
  // Only what leaves the window comes from no element.
  document.addEventListener('dragleave', (event) => event.relatedTarget === null && near(over(false)), heard)
  document.addEventListener('drop', () => near(over(false)), heard)
}

function hasFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer?.types.includes('Files') ?? false
}

function isInside(element: HTMLElement, target: EventTarget | null): boolean {
  return target instanceof Node && element.contains(target)
}
