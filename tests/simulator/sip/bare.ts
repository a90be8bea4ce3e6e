import { createInterface } from 'node:readline'
import { createAuthority, createServerCertificate } from '../tls/certificates.ts'
import { tone } from '../voice/tone.ts'
import type { PhoneLeg } from './sip-side.ts'
import { startSipSide } from './start-sip-side.ts'

const ACCOUNT = { number: '67470002', password: 'secret2' }

const side = await startSipSide({
  tls: await createServerCertificate(await createAuthority(), 'trusted'),
  accounts: [ACCOUNT],
  port: Number(process.env.PORT ?? 0),
  onMessage: (direction, number, text) => {
    if (process.env.TRACE) console.log(direction === 'in' ? '<' : '>', number, text)
  },
})
let leg: PhoneLeg | null = null

function follow(next: PhoneLeg): void {
  leg = next
  void next.answered.then((answered) => console.log(answered ? 'answered' : 'not answered', next.times))
  void next.ended.then((end) => console.log('ended', end))
}

side.onRegistration = (number, registered) => console.log(number, registered ? 'registered' : 'gone')
side.onDial = (dialled, called) => {
  console.log('dialled', called)
  follow(dialled)
  dialled.ring()
  dialled.voice.say(tone(440))
  void dialled.accept()
}

const COMMANDS: Readonly<Record<string, (number?: string, hz?: string) => void>> = {
  invite(number = ACCOUNT.number, hz = '440') {
    follow(side.invite(number, { number: '13800138000', name: 'Customer' }))
    leg?.voice.say(tone(Number(hz)))
  },
  hangup: () => leg?.hangUp(),
  heard: () => console.table(leg?.voice.hearing.heard.slice(-20)),
  say: (hz) => leg?.voice.say(hz ? tone(Number(hz)) : null),
  digits: () => console.log(leg?.voice.digits),
  close: () => side.faults.closeSockets('close'),
  destroy: () => side.faults.closeSockets('destroy'),
  quit: () => process.exit(),
}

console.log(side.url, `${ACCOUNT.number}/${ACCOUNT.password}`)
console.log(`commands: ${Object.keys(COMMANDS).join(', ')}`)
createInterface({ input: process.stdin }).on('line', (line) => {
  const [name = '', ...words] = line.trim().split(/\s+/)
  const command = COMMANDS[name]
  if (command) command(...words)
  else console.log('unknown command')
})
