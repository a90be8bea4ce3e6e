import type { Programs } from './programs.ts'

export interface ScreenWindow {
  readonly id: string
  readonly title: string
  readonly pid: number | null
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** What a person does at the screen, through the X server's own test extension. */
export interface Point {
  readonly x: number
  readonly y: number
}

export interface Screen {
  /** A real key press, such as `ctrl+alt+a`, sent to whatever has the focus or has grabbed it. */
  pressKey(keys: string): Promise<void>
  type(text: string): Promise<void>
  click(x: number, y: number, button?: 1 | 2 | 3): Promise<void>
  movePointer(x: number, y: number): Promise<void>
  /** With the first button held, by way of the middle. */
  drag(from: Point, to: Point): Promise<void>
  /** Windows that can be seen now. */
  windows(): Promise<readonly ScreenWindow[]>
  focusedWindow(): Promise<ScreenWindow | null>
  /** The whole screen as a PNG file. */
  screenshot(path: string): Promise<void>
}

export function openScreen(programs: Programs): Screen {
  const xdotool = (...args: string[]) => programs.run('xdotool', args)
  return {
    pressKey: async (keys) => void (await xdotool('key', '--clearmodifiers', keys)),
    type: async (text) => void (await xdotool('type', '--delay', '5', text)),
    click: async (x, y, button = 1) => void (await xdotool('mousemove', ...point(x, y), 'click', String(button))),
    movePointer: async (x, y) => void (await xdotool('mousemove', ...point(x, y))),
    drag: async (from, to) => {
      const middle = point((from.x + to.x) / 2, (from.y + to.y) / 2)
      await xdotool('mousemove', ...point(from.x, from.y), 'mousedown', '1', 'mousemove', ...middle)
      await xdotool('mousemove', ...point(to.x, to.y), 'mouseup', '1')
    },
    windows: async () => {
      const windows = await Promise.all((await shownIds(programs)).map((id) => describeWindow(programs, id)))
      return windows.filter((window) => window !== null)
    },
    focusedWindow: async () => {
      const [id] = lines(await xdotool('getwindowfocus'))
      return id === undefined ? null : describeWindow(programs, id)
    },
    screenshot: async (path) => void (await programs.run('import', ['-window', 'root', path])),
  }
}

/** xdotool ends with 1 and no word when it finds nothing, and with an X error when a window goes while it searches. */
async function shownIds(programs: Programs): Promise<readonly string[]> {
  try {
    return lines(await programs.run('xdotool', ['search', '--onlyvisible', '--name', '.+']))
  } catch (nothing) {
    if (nothing instanceof Error && 'stderr' in nothing && nothing.stderr === '') return []
    if (isGone(nothing)) return shownIds(programs)
    throw nothing
  }
}

function isGone(error: unknown): boolean {
  return /BadWindow|BadDrawable/.test(String(error))
}

function lines(text: string): readonly string[] {
  return text.split('\n').filter((line) => line !== '')
}

function point(x: number, y: number): [string, string] {
  return [String(Math.round(x)), String(Math.round(y))]
}

/** Null when the window went away while it was looked at. */
async function describeWindow(programs: Programs, id: string): Promise<ScreenWindow | null> {
  const ask = (...args: string[]) => programs.run('xdotool', args)
  try {
    const [title, geometry, pid] = await Promise.all([
      ask('getwindowname', id),
      ask('getwindowgeometry', '--shell', id),
      ask('getwindowpid', id).catch(() => ''),
    ])
    const number = (name: string) => Number(new RegExp(`^${name}=(-?\\d+)`, 'm').exec(geometry)?.[1])
    return {
      id,
      title: title.trim(),
      pid: pid === '' ? null : Number(pid),
      x: number('X'),
      y: number('Y'),
      width: number('WIDTH'),
      height: number('HEIGHT'),
    }
  } catch (gone) {
    if (isGone(gone)) return null
    throw gone
  }
}
