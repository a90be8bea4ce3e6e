import { type Program, type Programs, until } from './programs.ts'
import type { Screen } from './screen.ts'

export const OTHER_PROGRAM = 'Another program'

/** A terminal in front, with the focus: where the agent's hands are when a call comes. */
export async function openOtherProgram(programs: Programs, screen: Screen): Promise<Program> {
  const terminal = programs.start('xterm', ['-geometry', '100x40+40+40', '-title', OTHER_PROGRAM, '-e', 'cat'])
  await until('the other program to have the focus', async () => {
    if (!terminal.running()) throw new Error(`xterm: ${terminal.errors()}`)
    return (await screen.focusedWindow())?.title === OTHER_PROGRAM
  })
  return terminal
}
