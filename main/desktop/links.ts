import type { App } from 'electron'

export interface LinksParts {
  readonly app: Pick<App, 'on'>
  /** The words this process was started with. */
  readonly argv: readonly string[]
  readonly linkAmong: (argv: readonly string[]) => string | null
}

/** Links that the system hands over: by a start of its own, by a second start, or by macOS's event. */
export interface Links {
  /** What has come by now, and whatever comes from now on. */
  hear(listener: (link: string) => void): void
  /** A second start: whether it brought a link. */
  second(argv: readonly string[]): boolean
}

/** To be made before the app is ready: macOS tells of the link that started it before that. */
export function openLinks({ app, argv, linkAmong }: LinksParts): Links {
  const first = linkAmong(argv)
  const waiting = first === null ? [] : [first]
  let listener: ((link: string) => void) | null = null
  const came = (link: string) => {
    if (listener) listener(link)
    else waiting.push(link)
  }
  app.on('open-url', (event, link) => {
    event.preventDefault()
    came(link)
  })
  return {
    hear: (next) => {
      listener = next
      waiting.splice(0).forEach(next)
    },
    second: (words) => {
      const link = linkAmong(words)
      if (link !== null) came(link)
      return link !== null
    },
  }
}

type Text = string | Promise<string>

/** Electron's `clipboard`: from 34 on the selection is an object of its own, before that a word to `readText`. */
interface Copied {
  readText(type?: 'selection'): Text
  readonly selection?: { readText(): Text }
}

/** On Linux what is selected is there without a copy; elsewhere it is what was copied. */
export async function selectedText(clipboard: Copied, platform: NodeJS.Platform): Promise<string> {
  const selected =
    platform === 'linux' ? await (clipboard.selection?.readText() ?? clipboard.readText('selection')) : ''
  return selected.trim() === '' ? clipboard.readText() : selected
}
