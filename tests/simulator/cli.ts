import { parseArgs } from 'node:util'
import { startControl } from './control/control-server.ts'
import { startCentre } from './start-centre.ts'

/** The ports of a centre that people start; a test's are free ones. 38043 as in spec/ccgateway.md 5.1. */
const fixed = { websocket: 38_043, poll: 8_043, sip: 7_443 }
const controlPort = 8_600

const { values } = parseArgs({
  options: { port: { type: 'string' }, 'profile-out': { type: 'string' }, transport: { type: 'string' } },
})
const transport = values.transport === 'poll' ? 'poll' : 'websocket'
const centre = await startCentre({ ports: fixed })
const control = await startControl(centre, Number(values.port ?? controlPort))
const { gateway, sip } = centre.profile({ transport })

console.log(`Contact centre in a box
  page and HTTP interface   ${control.url}
  CC-Gateway, WebSocket     ${gateway?.websocketUrl}
  CC-Gateway, long poll     ${centre.profile({ transport: 'poll' }).gateway?.url}
  SIP                       ${sip.servers.join(' ')}`)
const folder = values['profile-out']
if (folder !== undefined) console.log(`  connection profile        ${await centre.writeProfile(folder, { transport })}`)

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void Promise.all([control.stop(), centre.stop()]).then(() => process.exit(0)))
}
