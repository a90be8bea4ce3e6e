import { firstLine, type Programs, until } from './programs.ts'

export interface DisplaySize {
  readonly width: number
  readonly height: number
}

/** Starts a private X server on the first free number, and gives its name (`:101`). */
export async function startDisplay(programs: Programs, size: DisplaySize): Promise<string> {
  const screen = `${size.width}x${size.height}x24`
  const server = programs.start('Xvfb', ['-displayfd', '3', '-screen', '0', screen, '-nolisten', 'tcp', '-noreset'], {
    pipeFrom: 3,
  })
  return `:${await firstLine(server, 3)}`
}

/** A window manager is there once it has put its name on the root window (EWMH, `_NET_SUPPORTING_WM_CHECK`). */
export async function startWindowManager(programs: Programs): Promise<void> {
  programs.start('openbox', ['--sm-disable'])
  await until('the window manager', async () => {
    const root = await programs.run('xprop', ['-root', '_NET_SUPPORTING_WM_CHECK'])
    return root.includes('window id #')
  })
}
