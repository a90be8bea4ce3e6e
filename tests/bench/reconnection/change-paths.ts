/** Moves the machine from one network to another in a call, in a network namespace of its own; prints what it measured. */
import { execFileSync } from 'node:child_process'
import { epochNow } from '../../simulator/voice/epoch-now.ts'
import { agentHz, ready, startRig } from '../../support/phone-window/rig.ts'

const networks = [
  { device: 'first', address: '10.9.0.1/24' },
  { device: 'second', address: '10.9.1.1/24' },
] as const

type Network = (typeof networks)[number]

function ip(...words: readonly string[]): void {
  execFileSync('ip', words)
}

function join({ device, address }: Network): void {
  ip('address', 'add', address, 'dev', device)
  ip('route', 'replace', 'default', 'dev', device)
}

ip('link', 'set', 'lo', 'up')
ip('link', 'add', networks[0].device, 'type', 'veth', 'peer', 'name', networks[1].device)
for (const { device } of networks) ip('link', 'set', device, 'up')
join(networks[0])

const rig = await startRig(process.env.DISPLAY ?? '')
const phone = await rig.open()
await ready(phone)
phone.answerCalls(true)
const leg = rig.call()
phone.want({ microphoneFor: (await phone.fact('established')).value.dialogId })
const { hearing } = leg.voice
await hearing.waitFor(agentHz)

/** From the last word before the change to the first after it. */
async function move(from: Network, to: Network): Promise<number> {
  const at = epochNow()
  ip('address', 'del', from.address, 'dev', from.device)
  join(to)
  await hearing.waitFor(null, { forMs: 200 })
  await hearing.waitFor(agentHz, { forMs: 1_000, timeoutMs: 30_000 })
  return hearing.longestGap(agentHz, at, epochNow())
}

/** How long one offer and its answer took, of each that there was. */
function exchanges(): number[] {
  const of = (start: string) => rig.wire.filter(({ text }) => text.startsWith(start)).map(({ at }) => at)
  const acknowledged = of('ACK')
  return of('INVITE').map((asked) => (acknowledged.find((at) => at > asked) ?? asked) - asked)
}

const gaps: number[] = []
for (let index = 0; index < Number(process.argv[2]); index++) {
  const [from, to] = index % 2 === 0 ? networks : ([networks[1], networks[0]] as const)
  gaps.push(await move(from, to))
}
await phone.close()
await rig.stop()
process.stdout.write(`\n${JSON.stringify({ gaps, exchanges: exchanges() })}\n`)
process.exit(0)
