import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Centre } from '../../../simulator/centre.ts'
import { startCentre } from '../../../simulator/start-centre.ts'
import { packagedApp } from '../../packaged-app.ts'
import { say } from '../say.ts'
import { type Earshot, type Ending, openEarshot } from './earshot.ts'
import { formShown } from './form-shown.ts'
import { instructions } from './instructions.ts'
import { openPage, servePage } from './page.ts'
import { whenAsked } from './when-asked.ts'

const leaveWithinMs = 8_000

/** A contact centre and Earshot side by side, for somebody at this display, until either ends; gives the exit code. */
export async function runBeside(): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'earshot-demo-'))
  const centre = await startCentre()
  const page = await servePage(centre)
  const crm = await centre.openCrm()
  const pages = [crm.page('customer'), crm.page('ticket'), crm.page('workbench', { dialableNumbers: true })]
  const profile = await centre.writeProfile(folder, { chat: {}, pages })
  const earshot = openEarshot(packagedApp(), profile, join(folder, 'earshot'))
  try {
    const asked = whenAsked(earshot.kill)
    const shown = formShown(earshot).then(() => {
      openPage(page.url)
      say(instructions(page.url))
      return earshot.ended
    })
    const ending = await Promise.race([earshot.ended, asked, shown])
    return ending === 'asked' ? await end(centre, earshot) : judge(ending)
  } finally {
    earshot.kill()
    await Promise.all([page.stop(), centre.stop(), earshot.ended])
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** In the middle of a call Earshot would ask whether to quit, so the customers hang up first. */
async function end(centre: Centre, earshot: Earshot): Promise<number> {
  say('\nEnding both.')
  const late = setTimeout(earshot.kill, leaveWithinMs)
  const calls = centre.calls.filter((call) => call.end === null)
  for (const call of calls) call.hangUp()
  await Promise.race([earshot.ended, Promise.all(calls.flatMap((call) => [call.ended, call.leg?.ended]))])
  earshot.quit()
  const ending = await earshot.ended
  clearTimeout(late)
  return judge(ending)
}

function judge({ how, ok, words }: Ending): number {
  if (ok) say('Earshot has ended, and the contact centre with it.')
  else console.error(`${words}Earshot ended with ${how}. Without a display that works, try: npm run demo -- --tour`)
  return ok ? 0 : 1
}
