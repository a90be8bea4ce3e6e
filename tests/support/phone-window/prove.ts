/** Proves the built phone window in Electron against the SIP side, and prints what it measured. Needs a display. */
import * as calls from './proofs-calls.ts'
import * as devices from './proofs-devices.ts'
import * as forks from './proofs-forks.ts'
import * as inside from './proofs-inside.ts'
import * as line from './proofs-line.ts'
import * as offers from './proofs-offers.ts'
import * as video from './proofs-video.ts'
import { type Rig, startRig } from './rig.ts'

const proofs: Readonly<Record<string, (rig: Rig) => Promise<string>>> = {
  ...calls,
  ...line,
  ...offers,
  ...devices,
  ...inside,
  ...forks,
  ...video,
}

const rig = await startRig(process.env.DISPLAY ?? ':0')
const chosen = process.argv.slice(2)
let failed = 0
for (const [name, prove] of Object.entries(proofs)) {
  if (chosen.length > 0 && !chosen.includes(name)) continue
  try {
    console.log(`ok    ${name}: ${await prove(rig)}`)
  } catch (error) {
    failed += 1
    console.log(`FAIL  ${name}: ${error instanceof Error ? error.message : error}`)
  }
}
await rig.stop()
process.exit(failed === 0 ? 0 : 1)
