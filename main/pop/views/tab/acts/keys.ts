import type { Input } from 'electron'
import type { TabVerb } from '#contract'
import type { Tab } from '../tab.ts'

/** What a key does while the page has the keyboard; all others are the page's own. */
export type KeyDeed = TabVerb | 'find' | 'close' | 'next' | 'previous' | 'desk'

type Key = Pick<Input, 'type' | 'key' | 'control' | 'meta' | 'alt' | 'shift'>

/** As browsers have them; `command` is Control, and Command on macOS. */
const deeds: Readonly<Record<string, KeyDeed>> = {
  'command f': 'find',
  'command r': 'reload',
  'command p': 'print',
  'command w': 'close',
  'command +': 'zoom-in',
  'command =': 'zoom-in',
  'command shift +': 'zoom-in',
  'command -': 'zoom-out',
  'command 0': 'zoom-reset',
  'command tab': 'next',
  'control tab': 'next',
  'command shift tab': 'previous',
  'control shift tab': 'previous',
  'alt arrowleft': 'back',
  'alt arrowright': 'forward',
  f5: 'reload',
  f6: 'desk',
}

export function deedOf({ type, key, control, meta, alt, shift }: Key, platform: NodeJS.Platform): KeyDeed | undefined {
  if (type !== 'keyDown') return undefined
  const isMac = platform === 'darwin'
  const held = [
    [control, isMac ? 'control' : 'command'],
    [meta, isMac ? 'command' : 'meta'],
    [alt, 'alt'],
    [shift, 'shift'],
  ] as const
  return deeds[[...held.flatMap(([isHeld, name]) => (isHeld ? [name] : [])), key.toLowerCase()].join(' ')]
}

interface Acts {
  act(verb: TabVerb): void
  close(): void
  /** The keyboard goes back to our own window. */
  toDesk(): void
}

export function hearKeys({ contents, tell }: Pick<Tab, 'contents' | 'tell'>, { act, close, toDesk }: Acts): void {
  const others: Readonly<Record<Exclude<KeyDeed, TabVerb>, () => void>> = {
    close,
    find: () => {
      // Where one writes what is looked for is in our own window.
      toDesk()
      tell({ type: 'seen', tab: { find: { text: '', matches: 0, active: 0 } } })
    },
    next: () => tell({ type: 'turns', to: 'next' }),
    previous: () => tell({ type: 'turns', to: 'previous' }),
    desk: toDesk,
  }
  const isOther = (deed: KeyDeed): deed is keyof typeof others => deed in others
  contents.on('before-input-event', (event, input) => {
    const deed = deedOf(input, process.platform)
    if (deed === undefined) return
    event.preventDefault()
    if (isOther(deed)) others[deed]()
    else act(deed)
  })
  contents.on('zoom-changed', (_, direction) => act(direction === 'in' ? 'zoom-in' : 'zoom-out'))
}
