import type { BrowserWindow } from 'electron'
import { expect, test, vi } from 'vitest'
import { createContactFiles } from '#main/desktop/contact-files.ts'

const desk = () => ({}) as BrowserWindow

function dialogs(open: readonly string[], save: string, canceled = false) {
  return {
    showOpenDialog: vi.fn(() => Promise.resolve({ canceled, filePaths: [...open] })),
    showSaveDialog: vi.fn(() => Promise.resolve({ canceled, filePath: save })),
  }
}

test('the file that was chosen, to read or to write', async () => {
  const dialog = dialogs(['/in.vcf'], '/out.csv')
  const files = createContactFiles(dialog, desk)

  expect(await files.toOpen()).toBe('/in.vcf')
  expect(await files.toSave('csv')).toBe('/out.csv')
  expect(dialog.showSaveDialog).toHaveBeenCalledWith({}, expect.objectContaining({ defaultPath: 'contacts.csv' }))
})

test('nothing, when the agent thought better of it', async () => {
  const files = createContactFiles(dialogs([], '', true), desk)

  expect(await files.toOpen()).toBeNull()
  expect(await files.toSave('vcard')).toBeNull()
})
