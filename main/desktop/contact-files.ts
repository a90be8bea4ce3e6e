import type { BrowserWindow, Dialog } from 'electron'
import type { ContactFormat } from '#contract'

const extensions: Readonly<Record<ContactFormat, string>> = { vcard: 'vcf', csv: 'csv' }

/** The system's own dialogs for a file of contacts; null when the agent thought better of it. */
export function createContactFiles(
  dialog: Pick<Dialog, 'showOpenDialog' | 'showSaveDialog'>,
  desk: () => BrowserWindow,
) {
  return {
    toOpen: async (): Promise<string | null> => {
      const filters = [{ name: 'vCard, CSV', extensions: ['vcf', 'csv', 'txt'] }]
      const chosen = await dialog.showOpenDialog(desk(), { properties: ['openFile'], filters })
      return chosen.filePaths[0] ?? null
    },
    toSave: async (format: ContactFormat): Promise<string | null> => {
      const extension = extensions[format]
      const chosen = await dialog.showSaveDialog(desk(), {
        defaultPath: `contacts.${extension}`,
        filters: [{ name: extension, extensions: [extension] }],
      })
      return chosen.canceled || chosen.filePath === '' ? null : chosen.filePath
    },
  }
}
