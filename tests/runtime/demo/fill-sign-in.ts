import type { Page } from '@playwright/test'
import { formOf } from '../../e2e/fixtures/hands.ts'
import type { Words } from '../../e2e/fixtures/words.ts'

/** Types what agent 6001 would; signing in is left to whoever looks. */
export async function fillSignIn(desk: Page, words: Words): Promise<void> {
  const { workNumber, password, softphoneNumber, softphonePassword } = formOf('6001')
  const type = (name: string, text: string) => desk.getByLabel(words(name), { exact: true }).fill(text)
  await type('work_number', workNumber)
  await type('password', password)
  await type('softphone_number', softphoneNumber)
  await type('softphone_password', softphonePassword)
}
