import type { PhoneLeg } from '#simulator/sip/sip-side.ts'
import type { PhoneWindow } from './phone-window.ts'
import { agentHz, assert, customerHz, pause, percentile, type Rig, ready } from './rig.ts'

function inviteToOk(leg: PhoneLeg): number {
  return (leg.times.ok ?? Number.NaN) - (leg.times.invite ?? Number.NaN)
}

/** One answered call; who hangs up is the caller's choice. */
async function oneCall(rig: Rig, phone: PhoneWindow, hangUp: 'agent' | 'customer'): Promise<number> {
  phone.forget()
  const leg = rig.call()
  assert(await leg.answered, 'the call was not answered')
  const { dialogId } = (await phone.fact('established')).value
  if (hangUp === 'customer') leg.hangUp()
  else phone.command({ verb: 'hang-up', dialogId })
  const { cause } = (await phone.fact('ended')).value
  const { by } = await leg.ended
  assert(by === (hangUp === 'customer' ? 'centre' : 'phone'), `BYE came from the wrong side: ${by}`)
  assert(cause === (hangUp === 'customer' ? 'far-side-hung-up' : 'we-ended'), `the wrong cause: ${cause}`)
  return inviteToOk(leg)
}

/** Times of 20 answers and the first of a fresh window; 30 calls in all, ended by both sides, leave nothing behind. */
export async function answersFastAndLeavesNothing(rig: Rig): Promise<string> {
  const phone = await rig.open()
  await ready(phone)
  phone.answerCalls(true)
  const before = await phone.living()
  const times: number[] = []
  for (let count = 0; count < 30; count++) {
    times.push(await oneCall(rig, phone, count % 2 === 0 ? 'agent' : 'customer'))
    await pause(100)
  }
  await pause(1_000)
  const after = await phone.living()
  await phone.close()
  const rest = times.slice(1, 21)
  const figures = `first ${times[0]?.toFixed(1)} ms, then p50 ${percentile(rest, 0.5).toFixed(1)}, p95 ${percentile(rest, 0.95).toFixed(1)} ms of 20`
  assert(after.connections === before.connections && after.tracks === before.tracks, `left: ${JSON.stringify(after)}`)
  assert(after.outputs === 1, `${after.outputs} output elements`)
  return `${figures}; after 30 calls ${after.tracks} track and ${after.connections} connection, as before`
}

/** The microphone is silent until wanted, then heard; closed at once when no longer wanted. */
export async function opensOnlyWhenWanted(rig: Rig): Promise<string> {
  const phone = await rig.open()
  await ready(phone)
  phone.answerCalls(true)
  const heardAfter: number[] = []
  const silentAfter: number[] = []
  for (let count = 0; count < 8; count++) {
    phone.forget()
    const leg = rig.call()
    const { dialogId } = (await phone.fact('established')).value
    await leg.voice.hearing.waitFor(null, { forMs: 400 })
    await pause(600)
    assert(!leg.voice.hearing.heard.some(({ hz }) => hz !== null), 'heard before it was wanted')
    const wantedAt = performance.timeOrigin + performance.now()
    phone.want({ microphoneFor: dialogId })
    const heard = await leg.voice.hearing.waitFor(agentHz, { forMs: 60 })
    heardAfter.push(heard.from - wantedAt)
    const closedAt = performance.timeOrigin + performance.now()
    phone.want({ microphoneFor: null })
    silentAfter.push((await leg.voice.hearing.waitFor(null, { forMs: 60 })).from - closedAt)
    phone.command({ verb: 'hang-up', dialogId })
    await leg.ended
  }
  await phone.close()
  assert(percentile(heardAfter, 0.95) <= 200, `heard after ${heardAfter}`)
  const show = (values: readonly number[]) =>
    `p50 ${percentile(values, 0.5).toFixed(0)}, p95 ${percentile(values, 0.95).toFixed(0)} ms`
  return `wanted to heard ${show(heardAfter)}; unwanted to silent ${show(silentAfter)}`
}

/** What the agent hears, measured and played once, and the agent's voice without gaps. */
export async function hearsTheCustomer(rig: Rig): Promise<string> {
  const phone = await rig.open()
  await ready(phone)
  phone.answerCalls(true)
  const leg = rig.call()
  const { dialogId } = (await phone.fact('established')).value
  phone.want({ microphoneFor: dialogId, levels: true })
  const { value } = await phone.levels(({ farSideHz }) => farSideHz !== null)
  await leg.voice.hearing.waitFor(agentHz)
  const from = Date.now()
  await pause(4_000)
  const gap = leg.voice.hearing.longestGap(agentHz, from, Date.now() - 100)
  leg.voice.say(null)
  const silent = await phone.fact('far-side-silent', ({ silent }) => silent, 12_000)
  leg.hangUp()
  await phone.close()
  const error = Math.abs((value.farSideHz ?? 0) / customerHz - 1)
  assert(error < 0.03, `the customer's tone was taken for ${value.farSideHz} Hz`)
  assert(silent.value.dialogId === dialogId, 'silence of the wrong dialog')
  return `far side ${value.farSideHz?.toFixed(1)} Hz at ${value.farSide.toFixed(2)}; agent's longest gap in 4 s ${gap.toFixed(0)} ms; silence said`
}

/** A STUN server that never answers costs nothing: the candidates of the warm connection are there. */
export async function doesNotWaitForStun(rig: Rig): Promise<string> {
  const iceServers = [{ urls: 'stun:192.0.2.77:3478' }]
  const phone = await rig.open({ account: { ...rig.account, iceServers } })
  await ready(phone)
  phone.answerCalls(true)
  const times: number[] = []
  for (let count = 0; count < 5; count++) {
    times.push(await oneCall(rig, phone, 'customer'))
    await pause(1_000)
  }
  const { candidateWaitMs } = await phone.living()
  phone.forget()
  // At once after the last: the next connection has just been made and has heard from nobody yet.
  const hurried = await oneCall(rig, phone, 'customer')
  const atOnce = await oneCall(rig, phone, 'customer')
  await phone.close()
  assert(Math.max(...times) < 150, `answered after ${times}`)
  return `200 OK after ${times.map((ms) => ms.toFixed(0)).join(', ')} ms, waited ${candidateWaitMs?.toFixed(1)} ms; back to back ${hurried.toFixed(0)}, ${atOnce.toFixed(0)} ms`
}
