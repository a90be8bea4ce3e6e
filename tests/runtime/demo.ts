import { parseArgs } from 'node:util'
import { runBeside } from './demo/beside/beside.ts'
import { chooseShow, type Show } from './demo/choose-show.ts'
import { freshApp } from './demo/fresh-app.ts'
import { say, timed } from './demo/say.ts'
import { runTour } from './demo/tour/tour.ts'
import { ensureSystem } from './system.ts'
import { testApp } from './test-copy.ts'

const usage = `npm run demo [-- --tour]

  --tour   takes the first journeys by itself under a virtual display, as without a display`

function readWords(): { readonly tour: boolean } | null {
  try {
    const { values } = parseArgs({ options: { tour: { type: 'boolean', default: false } } })
    return values
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n${usage}`)
    return null
  }
}

async function prepare(show: Show): Promise<void> {
  await timed('the system has what Electron and a desktop need', ensureSystem)
  await freshApp()
  if (show === 'tour') await timed('a copy of the packaged app that may be driven', testApp)
  if (process.getuid?.() === 0)
    say('You are root, so Earshot runs with --no-sandbox: Chromium refuses its sandbox to root.')
}

async function demo(): Promise<number> {
  const words = readWords()
  if (words === null) return 2
  const show = chooseShow({ ...words, platform: process.platform, env: process.env })
  await prepare(show)
  return show === 'tour' ? runTour() : runBeside()
}

try {
  process.exitCode = await demo()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
