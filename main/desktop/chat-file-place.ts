import { extname } from 'node:path'
import type { BrowserWindow, Dialog } from 'electron'

/** The system's own dialog for where a file of a conversation is to be kept; null when the agent thought better of it. */
export function askWhereToKeep(dialog: Pick<Dialog, 'showSaveDialog'>, desk: () => BrowserWindow) {
  return async (name: string): Promise<string | null> => {
    const ending = extname(name).slice(1)
    const chosen = await dialog.showSaveDialog(desk(), {
      defaultPath: name,
      properties: ['createDirectory', 'showOverwriteConfirmation', 'dontAddToRecent'],
      ...(ending !== '' && { filters: [{ name: ending, extensions: [ending] }] }),
    })
    return chosen.canceled || chosen.filePath === '' ? null : chosen.filePath
  }
}
