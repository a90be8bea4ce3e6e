import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Program, type Programs, until } from './programs.ts'
import type { Screen } from './screen.ts'

export const OTHER_PROGRAM = 'Another program'

/** A terminal that writes down what reaches it: every key, and every coming and going of the focus. */
export interface OtherProgram extends Program {
  typed(): string
  /** How often the focus has left it. */
  focusLosses(): number
}

/** Asks xterm to tell of the focus (mode 1004), and then where its cursor is: the answer says that it has heard both. */
const WATCH_FOCUS = '\\033[?1004h\\033[6n'
const FOCUS_CAME = '\u001b[I'
const FOCUS_WENT = '\u001b[O'
const CURSOR = '\u001b[1;1R'

/** A terminal in front, with the focus: where the agent's hands are when a call comes. */
export async function openOtherProgram(programs: Programs, screen: Screen): Promise<OtherProgram> {
  const folder = await mkdtemp(join(programs.env.HOME ?? tmpdir(), 'terminal-'))
  const file = join(folder, 'typed')
  const witness = `stty raw -echo; printf '${WATCH_FOCUS}'; exec cat > '${file}'`
  // A key that another program has grabbed borrows the keyboard for a moment, which is no loss of the focus.
  const quietly = ['-xrm', '*quietGrab: true']
  const place = ['-geometry', '100x40+40+40', '-title', OTHER_PROGRAM]
  const terminal = programs.start('xterm', [...place, ...quietly, '-e', 'sh', '-c', witness])
  const received = () => (existsSync(file) ? readFileSync(file, 'latin1') : '')
  await until('the other program to have the focus', async () => {
    if (!terminal.running()) throw new Error(`xterm: ${terminal.errors()}`)
    return (await screen.focusedWindow())?.title === OTHER_PROGRAM && received().includes(CURSOR)
  })
  return {
    ...terminal,
    typed: () => [CURSOR, FOCUS_CAME, FOCUS_WENT].reduce((text, report) => text.replaceAll(report, ''), received()),
    focusLosses: () => received().split(FOCUS_WENT).length - 1,
  }
}

/** Another program takes keys such as `ctrl+alt+a` for itself; they are its own when this resolves. */
export async function takeKeys(programs: Programs, screen: Screen, keys: string): Promise<Program> {
  const folder = await mkdtemp(join(programs.env.HOME ?? tmpdir(), 'keys-'))
  const [configuration, pressed] = [join(folder, 'sxhkdrc'), join(folder, 'pressed')]
  await writeFile(configuration, `${keys.split('+').join(' + ')}\n  touch '${pressed}'\n`)
  const taker = programs.start('sxhkd', ['-c', configuration])
  await until(`another program to have ${keys}`, async () => {
    if (!taker.running()) throw new Error(`sxhkd: ${taker.errors()}`)
    await screen.pressKey(keys)
    return existsSync(pressed)
  })
  return taker
}
