import type { PhoneLeg } from '#simulator/sip/sip-side.ts'
import { tone } from '#simulator/voice/tone.ts'
import type { PhoneWindow } from './phone-window.ts'
import { agentHz, assert, customerHz, number, pause, type Rig, ready } from './rig.ts'

interface Seen {
  readonly frames: number
  readonly width: number
  readonly colour: readonly [number, number, number]
}

interface Talk {
  readonly phone: PhoneWindow
  readonly leg: PhoneLeg
  readonly dialogId: string
}

/** A video call that was answered without video; both hear each other. */
async function talk(rig: Rig): Promise<Talk> {
  const phone = await rig.open()
  await ready(phone)
  phone.answerCalls(true)
  const leg = rig.side.invite(number, { number: '13800001111', name: 'Alice', video: true })
  leg.voice.say(tone(customerHz))
  leg.picture.mirror = true
  const { dialogId } = (await phone.fact('established')).value
  phone.want({ microphoneFor: dialogId, levels: true })
  await leg.voice.hearing.waitFor(agentHz)
  return { phone, leg, dialogId }
}

async function startVideo({ phone, dialogId }: Talk): Promise<void> {
  phone.command({ verb: 'video', dialogId, on: true, await: false })
  await phone.fact('video', ({ sends, receives }) => sends && receives)
  phone.want({ cameraFor: dialogId, picture: { dialogId, viewing: 'v1', far: true, self: true } })
  await phone.fact('sending', ({ source }) => source === 'camera')
}

async function seen(phone: PhoneWindow): Promise<{ far?: Seen; self?: Seen }> {
  return phone.evaluate('window.seen()')
}

/** Frames that come on, of some colour. */
async function seesBoth(phone: PhoneWindow): Promise<{ far: Seen; self: Seen }> {
  const end = Date.now() + 15_000
  const first = await seen(phone)
  for (; Date.now() < end; await pause(200)) {
    const { far, self } = await seen(phone)
    if (!far || !self) continue
    if (far.frames > (first.far?.frames ?? 0) + 5 && self.frames > (first.self?.frames ?? 0) + 5) return { far, self }
  }
  throw new Error(`not seen: ${JSON.stringify(await seen(phone))}`)
}

export async function answersAVideoCallWithoutVideo(rig: Rig): Promise<string> {
  const { phone, leg } = await talk(rig)

  const { value } = await phone.fact('invited')
  assert(value.video === true, 'the video was not told')
  await pause(1_000)
  assert(leg.picture.packets === 0, 'a picture went out')
  assert(!leg.picture.agreed.sends && !leg.picture.agreed.receives, 'video was agreed on')
  await phone.close()
  return 'voice alone'
}

export async function seesFarSideAndItself(rig: Rig): Promise<string> {
  const one = await talk(rig)
  await startVideo(one)

  const { far, self } = await seesBoth(one.phone)

  await one.phone.close()
  return `far side ${far.width} wide, colour ${far.colour}; self ${self.width} wide, colour ${self.colour}`
}

export async function closesTheCameraOnHold(rig: Rig): Promise<string> {
  const one = await talk(rig)
  const { phone, leg, dialogId } = one
  await startVideo(one)
  await seesBoth(phone)

  phone.forget()
  const asked = Date.now()
  phone.command({ verb: 'hold', dialogId, held: true })
  const { at } = await phone.fact('camera', ({ camera }) => camera.status === 'closed')
  await phone.fact('hold')
  await pause(500)
  const packets = leg.picture.packets
  await pause(500)
  assert(leg.picture.packets === packets, 'the picture went on')
  phone.command({ verb: 'hold', dialogId, held: false })
  await phone.fact('sending', ({ source }) => source === 'camera')
  await seesBoth(phone)
  assert(leg.picture.packets > packets, 'the picture did not come back')
  await phone.close()
  return `camera closed in ${at - asked} ms`
}

export async function stopsVideoAndGoesOnTalking(rig: Rig): Promise<string> {
  const one = await talk(rig)
  const { phone, leg, dialogId } = one
  await startVideo(one)
  await seesBoth(phone)

  phone.forget()
  phone.command({ verb: 'video', dialogId, on: false, await: false })
  await phone.fact('video', ({ sends, receives }) => !sends && !receives)
  await phone.fact('camera', ({ camera }) => camera.status === 'closed')
  await pause(300)
  const packets = leg.picture.packets
  const from = Date.now()
  await pause(700)
  assert(leg.picture.packets === packets, 'the picture went on')
  assert(leg.voice.hearing.longestGap(agentHz, from, Date.now()) < 100, 'the voice was broken')
  await phone.close()
  return 'picture off, voice on'
}

export async function asksWhenTheFarSideAddsVideo(rig: Rig): Promise<string> {
  const phone = await rig.open()
  await ready(phone)
  phone.answerCalls(true)
  const leg = rig.call()
  const { dialogId } = (await phone.fact('established')).value

  const code = await leg.inside.offerPicture(true)

  assert(code === 200, `answered ${code}`)
  await phone.fact('video-asked', ({ asked }) => asked)
  assert(!leg.picture.agreed.sends, 'the picture went out unasked')
  leg.picture.mirror = true
  await startVideo({ phone, leg, dialogId })
  await seesBoth(phone)
  phone.forget()
  await leg.inside.offerPicture(false)
  await phone.fact('video', ({ sends }) => !sends)
  await phone.fact('camera', ({ camera }) => camera.status === 'closed')
  await phone.close()
  return 'asked, taken, taken away'
}

export async function dialsWithVideo(rig: Rig): Promise<string> {
  const phone = await rig.open()
  await ready(phone)
  rig.side.onDial = (leg) => {
    leg.picture.wanted = true
    leg.picture.mirror = true
    leg.ring()
    void leg.accept()
  }

  phone.command({ verb: 'dial', dialogId: 'out-1', number: '13800001111', video: true })
  await phone.fact('video', ({ sends, receives }) => sends && receives)
  phone.want({ cameraFor: 'out-1', picture: { dialogId: 'out-1', viewing: 'v1', far: true, self: true } })
  const { far } = await seesBoth(phone)
  await phone.close()
  return `far side ${far.width} wide`
}

export async function sharesAScreen(rig: Rig): Promise<string> {
  const one = await talk(rig)
  const { phone, leg, dialogId } = one
  await startVideo(one)
  await seesBoth(phone)

  phone.forget()
  phone.command({ verb: 'share', dialogId, on: true })
  await phone.fact('sending', ({ source }) => source === 'screen')
  await phone.fact('camera', ({ camera }) => camera.status === 'closed')
  const packets = leg.picture.packets
  await pause(1_000)
  assert(leg.picture.packets > packets, 'the screen did not go out')
  phone.command({ verb: 'share', dialogId, on: false })
  await phone.fact('sending', ({ source }) => source === 'camera')
  await seesBoth(phone)
  await phone.close()
  return 'camera, screen, camera'
}
