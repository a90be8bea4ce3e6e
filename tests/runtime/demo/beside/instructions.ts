import { initialSettings } from '#main/profile/settings.ts'
import { formOf } from '../../../e2e/fixtures/hands.ts'
import { wordsOf } from '../../../e2e/fixtures/words.ts'

/** What to do now, in a few lines. */
export function instructions(pageUrl: string): string {
  const words = wordsOf('en')
  const { workNumber, password, softphoneNumber, softphonePassword } = formOf('6001')
  const { answer, mute, hangUp } = initialSettings.hotkeys
  return `
Earshot is open beside a simulated contact centre, its sign-in form filled in.

  1. Press ${words('sign_in')}, then choose ${words('state_idle')} at the top left.
  2. Make a customer call on this page: ${pageUrl}
  3. Answer in Earshot, or with ${keys(answer)} from any program; ${keys(mute)} mutes, ${keys(hangUp)} hangs up.
  4. The customer’s pages have opened beside it: a number in them can be clicked, a ticket can be written.
  5. Write to the agent as a customer: ${pageUrl}/chat

The agent is ${workNumber} (password ${password}), the softphone ${softphoneNumber} (password ${softphonePassword}).
Quit Earshot in its tray menu, or press Ctrl+C here: either ends both.
`
}

/** An accelerator as keyboards write it. */
function keys(accelerator: string | null): string {
  return accelerator?.replace('Control', 'Ctrl') ?? 'no key'
}
