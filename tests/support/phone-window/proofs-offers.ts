import type { PhoneWindow } from './phone-window.ts'
import { assert, number, pause, type Rig, ready } from './rig.ts'

const crlf = '\r\n'

/** An INVITE written by hand, for offers that the simulator's customers do not make; its answer is read off the wire. */
async function inviteByHand(rig: Rig, phone: PhoneWindow, sdp: string): Promise<string> {
  const callId = `by-hand-${Math.random()}`
  const lines = [
    `INVITE sip:${number}@localhost SIP/2.0`,
    `Via: SIP/2.0/WSS localhost;branch=z9hG4bK${callId}`,
    'From: <sip:1@localhost>;tag=hand',
    `To: <sip:${number}@localhost>`,
    `Call-ID: ${callId}`,
    'CSeq: 1 INVITE',
    'Contact: <sip:1@localhost;transport=ws>',
    ...(sdp === '' ? [] : ['Content-Type: application/sdp']),
    `Content-Length: ${Buffer.byteLength(sdp)}`,
    '',
    sdp,
  ]
  rig.side.faults.sendRaw(number, lines.join(crlf))
  await phone.fact('invited')
  const isIt = ({ text }: Rig['wire'][number]) => /^SIP\/2\.0 [2-6]/.test(text) && text.includes(`Call-ID: ${callId}`)
  for (let tries = 0; tries < 30 && !rig.wire.some(isIt); tries++) await pause(100)
  return rig.wire.find(isIt)?.text ?? ''
}

const offerOf = (kinds: string) => `(async () => {
  const connection = new RTCPeerConnection()
  for (const kind of ${kinds}) connection.addTransceiver(kind)
  await connection.setLocalDescription()
  await new Promise((resolve) => setTimeout(resolve, 200))
  const { sdp } = connection.localDescription
  connection.close()
  return sdp
})()`

async function opened(rig: Rig): Promise<PhoneWindow> {
  const phone = await rig.open()
  await ready(phone)
  phone.answerCalls(true)
  return phone
}

/** Video and a second sound stay inactive, the first sound is taken, in the codecs of the profile and their order. */
export async function takesOneSoundOfManyOffers(rig: Rig): Promise<string> {
  const phone = await opened(rig)
  const sdp = await phone.evaluate<string>(offerOf("['video', 'audio', 'audio']"))
  const answer = await inviteByHand(rig, phone, sdp)
  await phone.close()
  const sections = [...answer.matchAll(/m=(\w+) (\d+)[^\r]*\r\n[\s\S]*?(?=\r\nm=|$)/g)]
  const taken = sections.map(([text, kind]) => `${kind} ${/a=(sendrecv|recvonly|inactive)/.exec(text)?.[1]}`)
  assert(taken.join() === 'video inactive,audio sendrecv,audio inactive', `taken: ${taken}`)
  const codecs = [...(sections[1]?.[0] ?? '').matchAll(/a=rtpmap:\d+ ([\w-]+)/g)].map(([, name]) => name)
  assert(codecs.join().startsWith('opus,PCMA,PCMU,telephone-event'), `codecs: ${codecs}`)
  return `${taken.join(', ')}; ${codecs.join(' ')}`
}

/** Without an offer the phone makes one, with its candidates in it. */
export async function offersWhenAsked(rig: Rig): Promise<string> {
  const phone = await opened(rig)
  const answer = await inviteByHand(rig, phone, '')
  await phone.close()
  assert(answer.startsWith('SIP/2.0 200') && answer.includes('a=candidate:'), `answered: ${answer.slice(0, 80)}`)
  const kinds = new Set([...answer.matchAll(/ typ (\w+)/g)].map(([, kind]) => kind))
  return `200 OK with an offer and ${[...kinds].join(', ')} candidates`
}

/** Plain RTP is refused and nothing of it is left. */
export async function refusesPlainRtp(rig: Rig): Promise<string> {
  const phone = await opened(rig)
  const sdp = [
    'v=0',
    'o=- 1 1 IN IP4 127.0.0.1',
    's=-',
    'c=IN IP4 127.0.0.1',
    't=0 0',
    'm=audio 4000 RTP/AVP 8',
    '',
  ].join(crlf)
  const answer = await inviteByHand(rig, phone, sdp)
  const { cause } = (await phone.fact('ended')).value
  const { why } = (await phone.fact('command-failed')).value
  await pause(300)
  const { connections } = await phone.living()
  const logged = phone.said.flatMap((said) => (said.name === 'log' ? [said.value.text] : []))
  await phone.close()
  assert(cause === 'failed' && connections === 1, `${cause}, ${connections} connections`)
  assert(!logged.join().includes('m=audio'), `SDP in the log: ${logged}`)
  return `${answer.split(crlf)[0]}: ${why}`
}
