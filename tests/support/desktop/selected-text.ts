import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Programs, until } from './programs.ts'
import type { Screen } from './screen.ts'

const TITLE = 'Something to read'

/** A text in a terminal, its line selected with the mouse, as people do before they press a hotkey. */
export async function selectText(programs: Programs, screen: Screen, text: string): Promise<void> {
  const folder = await mkdtemp(join(programs.env.HOME ?? tmpdir(), 'text-'))
  const answer = join(folder, 'answer')
  // Asked where its cursor is (`6n`), the terminal answers when it has shown the text.
  const show = `stty raw -echo; printf '%s\\033[6n' "$0"; exec cat > '${answer}'`
  // Three clicks are one selection however slowly they come.
  const look = ['-geometry', '60x3+40+40', '-title', TITLE, '-xrm', '*multiClickTime: 3000']
  programs.start('xterm', [...look, '-e', 'sh', '-c', show, text])
  await until('the text to be shown', async () => existsSync(answer) && readFileSync(answer, 'latin1').includes('R'))
  const shown = (await screen.windows()).find(({ title }) => title === TITLE)
  if (!shown) throw new Error('the text is not on the screen')
  // Within its window: what xdotool says of a window's place counts the frame twice.
  await programs.run('xdotool', ['mousemove', '--window', shown.id, '20', '8', 'click', '--repeat', '3', '1'])
}
