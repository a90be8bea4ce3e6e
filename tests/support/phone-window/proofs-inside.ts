import type { PhoneLeg, Refer } from '#simulator/sip/sip-side.ts'
import { tone } from '#simulator/voice/tone.ts'
import type { PhoneWindow } from './phone-window.ts'
import { agentHz, assert, customerHz, hears, number, pause, type Rig, ready } from './rig.ts'

interface Talk {
  readonly phone: PhoneWindow
  readonly leg: PhoneLeg
  readonly dialogId: string
}

/** Both hear each other. */
async function talk(rig: Rig, headers: readonly string[] = []): Promise<Talk> {
  const phone = await rig.open()
  await ready(phone)
  phone.answerCalls(true)
  const leg = rig.side.invite(number, { number: '13800001111', name: 'Alice', headers })
  leg.voice.say(tone(customerHz))
  const { dialogId } = (await phone.fact('established')).value
  phone.want({ microphoneFor: dialogId, levels: true })
  await leg.voice.hearing.waitFor(agentHz)
  await hears(phone, customerHz)
  phone.forget()
  return { phone, leg, dialogId }
}

/** Hold closes the agent's voice at once and retrieving brings both back; how long each took. */
export async function holdsAndRetrieves(rig: Rig): Promise<string> {
  const { phone, leg, dialogId } = await talk(rig)
  const times: number[] = []
  for (let count = 0; count < 3; count++) {
    phone.forget()
    const heldAt = performance.timeOrigin + performance.now()
    phone.command({ verb: 'hold', dialogId, held: true })
    const silent = await leg.voice.hearing.waitFor(null, { forMs: 300 })
    await phone.fact('hold', ({ held }) => held)
    assert(leg.inside.held, 'the centre was not told')
    phone.command({ verb: 'hold', dialogId, held: false })
    await phone.fact('hold', ({ held }) => !held)
    await Promise.all([leg.voice.hearing.waitFor(agentHz), hears(phone, customerHz)])
    times.push(silent.from - heldAt)
  }
  const silence = phone.said.some((said) => said.name === 'fact' && said.value.type === 'far-side-silent')
  await phone.close()
  assert(!silence, 'the silence of a hold was told as a fault')
  return `silent after ${times.map((ms) => ms.toFixed(0)).join(', ')} ms`
}

/** The far side holds, in three ways, by INVITE and by UPDATE; the agent's voice does not go out meanwhile. */
export async function isHeld(rig: Rig): Promise<string> {
  const { phone, leg } = await talk(rig)
  for (const how of ['sendonly', 'inactive', 'zero-address'] as const) {
    phone.forget()
    assert((await leg.inside.hold(how)) === 200, `${how} was refused`)
    await phone.fact('held-by-far-side', ({ held }) => held)
    await leg.voice.hearing.waitFor(null, { forMs: 300 })
    assert((await leg.inside.hold(null)) === 200, 'taking back was refused')
    await phone.fact('held-by-far-side', ({ held }) => !held)
    await Promise.all([leg.voice.hearing.waitFor(agentHz), hears(phone, customerHz)])
  }
  phone.forget()
  assert((await leg.inside.update('sendonly')) === 200, 'UPDATE was refused')
  await phone.fact('held-by-far-side', ({ held }) => held)
  assert((await leg.inside.update('sendrecv')) === 200, 'UPDATE was refused')
  await leg.voice.hearing.waitFor(agentHz)
  await phone.close()
  return 'sendonly, inactive, 0.0.0.0 and UPDATE'
}

/** Both offer at once: both get through, one after the other. */
export async function survivesGlare(rig: Rig): Promise<string> {
  const { phone, leg, dialogId } = await talk(rig)
  rig.side.faults.glare = 1
  const from = Date.now()
  phone.command({ verb: 'hold', dialogId, held: true })
  await phone.fact('hold', ({ held }) => held)
  const tookMs = Date.now() - from
  await pause(4_500)
  phone.command({ verb: 'hold', dialogId, held: false })
  await Promise.all([leg.voice.hearing.waitFor(agentHz), hears(phone, customerHz)])
  const refused = rig.wire.filter(({ text }) => text.startsWith('SIP/2.0 491')).length
  await phone.close()
  assert(refused >= 2, `491 was said ${refused} times`)
  return `held after ${tookMs} ms, 491 said ${refused} times`
}

/** Asked for an offer, the phone makes one, and both still hear each other. */
export async function offersWhenAsked(rig: Rig): Promise<string> {
  const { phone, leg, dialogId } = await talk(rig)
  assert((await leg.inside.askForOffer()) === 200, 'no offer')
  await Promise.all([leg.voice.hearing.waitFor(agentHz), hears(phone, customerHz)])
  phone.command({ verb: 'hold', dialogId, held: true })
  await phone.fact('hold', ({ held }) => held)
  await phone.close()
  return 'and can hold afterwards'
}

/** Keys by RTP events, and by INFO at a far side that takes no events; also while muted. */
export async function pressesKeys(rig: Rig): Promise<string> {
  const { phone, leg, dialogId } = await talk(rig)
  phone.want({ microphoneFor: null })
  phone.command({ verb: 'keys', dialogId, keys: '12' })
  phone.command({ verb: 'keys', dialogId, keys: '*#A' })
  await phone.fact('keys-sent', ({ keys }) => keys === '*#A')
  await pause(300)
  const byRtp = leg.inside.keys.map(({ key, by }) => `${key}${by}`).join(' ')
  await phone.close()
  assert(byRtp === '1rtp 2rtp *rtp #rtp Artp', `heard ${byRtp}`)
  rig.side.faults.telephoneEvents = false
  const other = await talk(rig)
  rig.side.faults.telephoneEvents = true
  other.phone.command({ verb: 'keys', dialogId: other.dialogId, keys: '90#' })
  await other.phone.fact('keys-sent')
  const byInfo = other.leg.inside.keys.map(({ key, by }) => `${key}${by}`).join(' ')
  await other.phone.close()
  assert(byInfo === '9info 0info #info', `heard ${byInfo}`)
  return `${byRtp}; ${byInfo}`
}

/** A blind transfer that fails and one that comes true; an attended one. */
export async function handsOver(rig: Rig): Promise<string> {
  const { phone, leg, dialogId } = await talk(rig)
  const refers: Refer[] = []
  leg.inside.onRefer = (refer) => {
    refers.push(refer)
    refer.accept()
    refer.notify(180, 'Ringing')
    if (refer.to === '404') refer.notify(404, 'Not Found')
    else refer.notify(200, 'OK')
  }
  phone.command({ verb: 'transfer', dialogId, to: '404' })
  const failed = await phone.fact('transfer', ({ stage }) => stage === 'failed')
  await leg.voice.hearing.waitFor(agentHz)
  const consult = dialled(rig)
  phone.command({ verb: 'dial', dialogId: 'consult', number: '6002' })
  const other = await consult
  await phone.fact('established', ({ dialogId: id }) => id === 'consult')
  phone.forget()
  phone.command({ verb: 'transfer', dialogId, to: '6002', replaces: 'consult' })
  await phone.fact('transfer', ({ stage }) => stage === 'done')
  const ends = [(await leg.ended).by, (await other.ended).by]
  await phone.close()
  assert(failed.value.code === 404, `failed with ${failed.value.code}`)
  assert(refers[1]?.replaces === other, 'the wrong leg was to be joined')
  assert(ends.join() === 'phone,phone', `ended by ${ends}`)
  return `failed with 404, then joined ${refers[1]?.to}`
}

function dialled(rig: Rig): Promise<PhoneLeg> {
  return new Promise((resolve) => {
    rig.side.onDial = (leg) => {
      leg.ring()
      leg.voice.say(tone(customerHz))
      resolve(leg)
      void leg.accept()
    }
  })
}

/** 100rel from both sides, and two who answer. */
export async function ringsReliably(rig: Rig): Promise<string> {
  const { phone, leg } = await talk(rig, ['Require: 100rel'])
  leg.hangUp()
  await phone.fact('ended')
  phone.forget()
  rig.side.faults.reliableRinging = true
  rig.side.faults.forkAnswers = true
  const called = dialled(rig)
  phone.command({ verb: 'dial', dialogId: 'out', number: '6002' })
  const other = await called
  await phone.fact('established')
  await pause(500)
  phone.want({ microphoneFor: 'out' })
  await Promise.all([other.voice.hearing.waitFor(agentHz), hears(phone, customerHz)])
  const { fork } = other.inside
  rig.side.faults.reliableRinging = false
  rig.side.faults.forkAnswers = false
  await phone.close()
  assert(fork?.acknowledged === true && fork.ended, `the second that answered: ${JSON.stringify(fork)}`)
  return 'PRACK both ways; the second answer acknowledged and ended'
}

/** A registrar that takes nothing but SHA-256. */
export async function answersSha256(rig: Rig): Promise<string> {
  const results: string[] = []
  for (const challenge of ['SHA-256', 'both'] as const) {
    rig.side.faults.challenge = challenge
    const phone = await rig.open()
    await ready(phone)
    results.push(
      /algorithm=([\w-]+), username/.exec(
        rig.wire.findLast(({ text }) => text.includes('Authorization: Digest'))?.text ?? '',
      )?.[1] ?? '',
    )
    await phone.close()
  }
  rig.side.faults.challenge = 'MD5'
  assert(results.join() === 'SHA-256,SHA-256', `answered by ${results}`)
  return results.join(', ')
}

/** 481 ends the call. */
export async function losesWhatIsForgotten(rig: Rig): Promise<string> {
  const { phone, leg, dialogId } = await talk(rig)
  leg.inside.forget()
  phone.command({ verb: 'hold', dialogId, held: true })
  const { cause } = (await phone.fact('ended')).value
  await phone.close()
  assert(cause === 'lost', `ended as ${cause}`)
  return cause
}

/** Who speaks into a muted or held call is noticed, and not one frame of it arrives. */
export async function noticesUnheardSpeech(rig: Rig): Promise<string> {
  const { phone, leg, dialogId } = await talk(rig)
  const noticed: number[] = []
  for (const how of ['mute', 'hold'] as const) {
    phone.forget()
    const closedAt = performance.timeOrigin + performance.now()
    if (how === 'mute') phone.want({ microphoneFor: null })
    else phone.command({ verb: 'hold', dialogId, held: true })
    const { at } = await phone.fact('speaks-muted', ({ speaks }) => speaks)
    noticed.push(at - closedAt)
    await pause(1_000)
    const now = Date.now()
    assert(!leg.voice.hearing.heardBetween(agentHz, closedAt + 300, now), `heard although ${how}d`)
    if (how === 'mute') phone.want({ microphoneFor: dialogId })
    else phone.command({ verb: 'hold', dialogId, held: false })
    await phone.fact('speaks-muted', ({ speaks }) => !speaks)
    await leg.voice.hearing.waitFor(agentHz)
  }
  await phone.close()
  return `noticed after ${noticed.map((ms) => ms.toFixed(0)).join(', ')} ms; nothing heard`
}
