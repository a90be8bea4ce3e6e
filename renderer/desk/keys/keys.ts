/** Every key of the desk in one table: the settings show it, the palette prints it, the desk obeys it. */
export type KeyName =
  | 'answer'
  | 'hang-up'
  | 'mute'
  | 'hold'
  | 'transfer'
  | 'record'
  | 'answer-video'
  | 'video'
  | 'share'
  | 'video-large'
  | 'next-waiting'
  | 'dial'
  | 'palette'
  | 'history'
  | 'go-idle'
  | 'go-busy'
  | 'bar-mode'
  | 'chat-end'
  | 'chat-transfer'
  | 'write'
  | 'page-focus'
  | 'page-next'
  | 'page-previous'
  | 'page-close'
  | 'page-reload'
  | 'page-find'
  | 'page-print'
  | 'pages'
  | WorkListKey
export type WorkListKey = `work-${(typeof workListPlaces)[number]}`

const workListPlaces = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const

export interface Key {
  readonly name: KeyName
  readonly shift: boolean
  /** Pressed alone. */
  readonly alone?: true
  /** `KeyboardEvent.code`: the place on the keyboard, whatever the layout or input method. */
  readonly code: string
  readonly text: string
}

export const keys: readonly Key[] = [
  { name: 'answer', shift: false, code: 'Enter', text: 'Ctrl+Enter' },
  { name: 'hang-up', shift: true, code: 'KeyH', text: 'Ctrl+Shift+H' },
  { name: 'mute', shift: false, code: 'KeyM', text: 'Ctrl+M' },
  { name: 'hold', shift: false, code: 'KeyH', text: 'Ctrl+H' },
  { name: 'transfer', shift: false, code: 'KeyT', text: 'Ctrl+T' },
  { name: 'record', shift: true, code: 'KeyR', text: 'Ctrl+Shift+R' },
  { name: 'answer-video', shift: true, code: 'Enter', text: 'Ctrl+Shift+Enter' },
  { name: 'video', shift: true, code: 'KeyO', text: 'Ctrl+Shift+O' },
  { name: 'share', shift: true, code: 'KeyS', text: 'Ctrl+Shift+S' },
  { name: 'video-large', shift: true, code: 'KeyL', text: 'Ctrl+Shift+L' },
  { name: 'next-waiting', shift: false, code: 'KeyJ', text: 'Ctrl+J' },
  { name: 'dial', shift: false, code: 'KeyD', text: 'Ctrl+D' },
  { name: 'palette', shift: false, code: 'KeyK', text: 'Ctrl+K' },
  { name: 'history', shift: false, code: 'KeyF', text: 'Ctrl+F' },
  { name: 'go-idle', shift: false, code: 'KeyI', text: 'Ctrl+I' },
  { name: 'go-busy', shift: false, code: 'KeyB', text: 'Ctrl+B' },
  { name: 'bar-mode', shift: true, code: 'KeyB', text: 'Ctrl+Shift+B' },
  { name: 'chat-end', shift: true, code: 'KeyE', text: 'Ctrl+Shift+E' },
  { name: 'chat-transfer', shift: true, code: 'KeyT', text: 'Ctrl+Shift+T' },
  { name: 'write', shift: false, code: 'KeyE', text: 'Ctrl+E' },
  { name: 'page-focus', shift: false, alone: true, code: 'F6', text: 'F6' },
  { name: 'page-next', shift: false, code: 'Tab', text: 'Ctrl+Tab' },
  { name: 'page-previous', shift: true, code: 'Tab', text: 'Ctrl+Shift+Tab' },
  { name: 'page-close', shift: false, code: 'KeyW', text: 'Ctrl+W' },
  { name: 'page-reload', shift: false, code: 'KeyR', text: 'Ctrl+R' },
  { name: 'page-find', shift: true, code: 'KeyF', text: 'Ctrl+Shift+F' },
  { name: 'page-print', shift: false, code: 'KeyP', text: 'Ctrl+P' },
  { name: 'pages', shift: true, code: 'KeyP', text: 'Ctrl+Shift+P' },
  ...workListPlaces.map((place): Key => {
    return { name: `work-${place}`, shift: false, code: `Digit${place}`, text: `Ctrl+${place}` }
  }),
]

/** For the table: the nine places of the work list in one line. */
export const listedKeys: readonly Pick<Key, 'name' | 'text'>[] = [
  ...keys.filter(({ name }) => !name.startsWith('work-')),
  { name: 'work-1', text: 'Ctrl+1…9' },
]

export function workListKey(index: number): WorkListKey | undefined {
  const place = workListPlaces[index]
  return place && `work-${place}`
}

/** Which key of the table was pressed, if any. A key held down counts once. */
export function pressedKey(event: KeyboardEvent): KeyName | null {
  if (event.altKey || event.repeat) return null
  const alone = !(event.ctrlKey || event.metaKey)
  const code = event.code === 'NumpadEnter' ? 'Enter' : event.code
  const pressed = keys.find(
    (key) => key.code === code && key.shift === event.shiftKey && (key.alone ?? false) === alone,
  )
  return pressed?.name ?? null
}

export function keyText(name: KeyName): string {
  return keys.find((key) => key.name === name)?.text ?? ''
}
