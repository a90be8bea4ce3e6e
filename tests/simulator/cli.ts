import { parseArgs } from 'node:util'
import { z } from 'zod'
import { startControl } from './control/control-server.ts'
import { startCentre } from './start-centre.ts'

/** The ports of a centre that people start; a test's are free ones. 38043 and 8043 as in spec/ccgateway.md 5.1 and 1. */
const fixed = { websocket: 38_043, poll: 8_043, sip: 7_443, fabric: 8_643 }
const crmPort = 9_443

const usage = `npx tsx tests/simulator/cli.ts [--port N] [--profile-out DIR] [--transport websocket|poll]

  --port N           of the page and the HTTP interface (8600)
  --profile-out DIR  writes profile.json and ca.pem there
  --transport T      the profile's (websocket)`

const wishes = z.object({
  port: z.coerce.number().int().min(0).max(65_535).default(8_600),
  'profile-out': z.string().optional(),
  transport: z.enum(['websocket', 'poll']).default('websocket'),
})

function readWishes(): z.infer<typeof wishes> | null {
  try {
    const { values } = parseArgs({
      options: { port: { type: 'string' }, 'profile-out': { type: 'string' }, transport: { type: 'string' } },
    })
    return wishes.parse(values)
  } catch (error) {
    console.error(error instanceof z.ZodError ? z.prettifyError(error) : String(error))
    console.error(usage)
    return null
  }
}

async function run({ port, transport, 'profile-out': folder }: z.infer<typeof wishes>): Promise<void> {
  const centre = await startCentre({ ports: fixed, timeouts: { colleagueMs: 20_000 } })
  const control = await startControl(centre, port)
  const crm = await centre.openCrm(crmPort)
  console.log(`Contact centre in a box
  page and HTTP interface   ${control.url}
  customers' chat by hand   ${control.url}/chat
  CC-Gateway, WebSocket     ${centre.profile({ transport: 'websocket' }).gateway?.websocketUrl}
  CC-Gateway, long poll     ${centre.profile({ transport: 'poll' }).gateway?.url}
  SIP                       ${centre.sip.url}
  media cache               ${centre.mediaCache.url}
  the customer's CRM        ${crm.origins.main}`)
  if (folder !== undefined) {
    const profile = await centre.writeProfile(folder, {
      transport,
      chat: {},
      site: { video: true },
      pages: [crm.page('customer'), crm.page('ticket'), crm.page('workbench')],
    })
    console.log(`  connection profile        ${profile}`)
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void Promise.all([control.stop(), centre.stop()]).then(() => process.exit(0)))
  }
}

const asked = readWishes()
if (asked) {
  run(asked).catch((error: unknown) => {
    console.error(`The centre could not start: ${error instanceof Error ? error.message : error}`)
    process.exit(1)
  })
} else {
  process.exitCode = 2
}
