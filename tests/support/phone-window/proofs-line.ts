import { agentHz, assert, calm, customerHz, number, pause, type Rig, ready, registered } from './rig.ts'

/** A socket that dies, in both ways: back and registered, and the call goes on with its route renewed. */
export async function comesBack(rig: Rig): Promise<string> {
  const phone = await rig.open()
  await ready(phone)
  phone.answerCalls(true)
  const leg = rig.call()
  const { dialogId } = (await phone.fact('established')).value
  phone.want({ microphoneFor: dialogId })
  await leg.voice.hearing.waitFor(agentHz)
  phone.forget()
  rig.wire.length = 0
  const destroyedAt = Date.now()
  rig.side.faults.closeSockets('destroy')
  const backAfter = (await registered(phone)) - destroyedAt
  await pause(500)
  const invites = rig.wire.filter(({ direction, text }) => direction === 'in' && text.startsWith('INVITE '))
  const renewals = invites.filter(({ text }) => !/^(proxy-)?authorization:/im.test(text)).length
  assert(renewals === 1, `${renewals} re-INVITEs after the socket came back`)
  const gap = leg.voice.hearing.longestGap(agentHz, destroyedAt, Date.now() - 100)
  leg.hangUp()
  const { cause } = (await phone.fact('ended')).value
  assert(cause === 'far-side-hung-up', `the far side's BYE did not arrive: ${cause}`)
  await phone.close()
  return `registered ${backAfter} ms after RST, one re-INVITE, voice gap ${gap.toFixed(0)} ms, BYE arrives on the new socket`
}

/** A black hole: no FIN, no answer. */
export async function noticesABlackHole(rig: Rig): Promise<string> {
  const phone = await rig.open()
  await ready(phone)
  phone.forget()
  const deafAt = Date.now()
  rig.side.faults.deaf = true
  const { at } = await phone.fact('registration', ({ registration }) => registration.status !== 'registered')
  rig.side.faults.deaf = false
  const backAfter = (await registered(phone)) - at
  await phone.close()
  assert(at - deafAt <= 5_000, `noticed after ${at - deafAt} ms`)
  return `noticed after ${at - deafAt} ms, registered again ${backAfter} ms later`
}

/** Garbage and hostile names are logged at most, never shown raw, and calls still come. */
export async function survivesBadInput(rig: Rig): Promise<string> {
  const phone = await rig.open()
  await ready(phone)
  const bad = [
    '',
    '\u0000\u0001',
    'INVITE',
    'INVITE sip:x SIP/2.0\r\n\r\n',
    'SIP/2.0 200 OK\r\nVia: x\r\n\r\n',
    'x'.repeat(100_000),
  ]
  const headers = 'Via: SIP/2.0/WSS x;branch=z9hG4bK1\r\nFrom: <sip:a@b>;tag=1\r\nTo: <sip:c@d>\r\nCSeq: 1 INVITE\r\n'
  const halves = [
    `INVITE sip:${number}@localhost SIP/2.0\r\n${headers}\r\n`,
    `BYE sip:${number}@localhost SIP/2.0\r\n${headers}Call-ID: \r\n\r\n`,
  ]
  for (const text of [...bad, ...halves]) rig.side.faults.sendRaw(number, text)
  phone.answerCalls(true)
  const leg = rig.call('\u202eEvil" <script>\u0007'.repeat(20))
  const { value } = await phone.fact('invited')
  assert(await leg.answered, 'not answered after garbage')
  leg.hangUp()
  await phone.fact('ended')
  const logged = phone.said.filter(({ name }) => name === 'log').length
  await phone.close()
  assert((value.name ?? '').length <= 80, 'the name is too long')
  assert(!/[\p{Cc}\p{Cf}]/u.test(value.name ?? ''), 'the name has control characters')
  return `${bad.length + halves.length} bad messages, ${logged} lines logged; name shown as ${JSON.stringify(value.name?.slice(0, 30))}`
}

export async function saysAWrongPassword(rig: Rig): Promise<string> {
  const phone = await rig.open({}, { secret: 'not-the-secret' })
  const { value } = await phone.fact('registration', ({ registration }) => registration.status === 'failed')
  await phone.close()
  const { registration } = value
  assert(registration.status === 'failed' && registration.reason === 'wrong-password', JSON.stringify(registration))
  return `${registration.reason} (${registration.code})`
}

/** Decline, give up, dial out, refusal, and unregister at the end. */
export async function endsEveryWay(rig: Rig): Promise<string> {
  const phone = await rig.open()
  await ready(phone)
  const declined = rig.call()
  const first = (await phone.fact('invited')).value
  phone.command({ verb: 'decline', dialogId: first.dialogId, code: 603 })
  const end = await declined.ended
  assert(end.by === 'phone' && end.code === 603, `declined: ${JSON.stringify(end)}`)
  await phone.fact('ended')
  phone.forget()
  const given = rig.call()
  await phone.fact('invited')
  given.hangUp()
  const { cause } = (await phone.fact('ended')).value
  assert(cause === 'cancelled', `given up: ${cause}`)
  const dialled = await dialsOut(rig, phone)
  phone.command({ verb: 'close' })
  await phone.fact('registration', ({ registration }) => registration.status === 'off')
  assert(!rig.side.isRegistered(number), 'still registered after close')
  await pause(200)
  const { tracks, connections } = await phone.living()
  assert(tracks === 0 && connections === 0, `after close: ${tracks} tracks, ${connections} connections`)
  await phone.close()
  return `603, CANCEL, ${dialled}; unregistered, devices let go`
}

async function dialsOut(rig: Rig, phone: Awaited<ReturnType<Rig['open']>>): Promise<string> {
  const { tone } = await import('#simulator/voice/tone.ts')
  phone.forget()
  const refused = rig.side.onDial
  rig.side.onDial = (leg) => {
    leg.ring()
    leg.voice.say(tone(customerHz))
    setTimeout(() => void leg.accept(), 300)
  }
  const dialledAt = Date.now()
  phone.command({ verb: 'dial', dialogId: 'ours', number: '10086' })
  await phone.fact('far-side-rings')
  const invite = rig.wire.filter(({ direction, text }) => direction === 'in' && text.startsWith('INVITE ')).at(-1)
  await phone.fact('established')
  phone.want({ ...calm, account: rig.account, levels: true })
  await phone.levels(({ farSideHz }) => Math.abs((farSideHz ?? 0) / customerHz - 1) < 0.03)
  phone.command({ verb: 'hang-up', dialogId: 'ours' })
  await phone.fact('ended')
  rig.side.onDial = refused
  phone.forget()
  phone.command({ verb: 'dial', dialogId: 'again', number: '404' })
  const { cause, code } = (await phone.fact('ended')).value
  assert(cause === 'refused' && code === 404, `refused: ${cause} ${code}`)
  return `dial to INVITE ${((invite?.at ?? 0) - dialledAt).toFixed(0)} ms and heard, 404`
}

export async function saysARefusedMicrophone(rig: Rig): Promise<string> {
  const phone = await rig.open({}, { refusesMicrophone: true })
  await phone.fact('microphone', ({ microphone }) => microphone.status === 'refused')
  await registered(phone)
  phone.answerCalls(true)
  const leg = rig.call()
  assert(await leg.answered, 'not answered without a microphone')
  leg.hangUp()
  await phone.close()
  return 'refused, and calls are still taken'
}

export async function rings(rig: Rig): Promise<string> {
  const phone = await rig.open()
  await ready(phone)
  const askedAt = Date.now()
  phone.want({ ring: 'call' })
  const { at } = await phone.fact('ring', ({ ring }) => ring === 'sounding')
  phone.want({ ring: 'none' })
  await phone.fact('ring', ({ ring }) => ring === 'silent')
  phone.forget()
  phone.command({ verb: 'try-ring' })
  const tried = await phone.fact('ring', ({ ring }) => ring === 'sounding')
  const over = await phone.fact('ring', ({ ring }) => ring === 'silent')
  await phone.close()
  return `sounding ${at - askedAt} ms after it was wanted; tried for ${over.at - tried.at} ms`
}
