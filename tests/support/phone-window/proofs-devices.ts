import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import type { AudioDevice, DeviceChoice } from '#contract'
import { createEar, type Ear } from '#simulator/voice/ear.ts'
import { tone } from '#simulator/voice/tone.ts'
import { openPrograms } from '../desktop/programs.ts'
import { type Sound, startSound } from '../desktop/sound.ts'
import { agentHz, assert, calm, customerHz, pause, type Rig, ready } from './rig.ts'

const rate = 8_000
const frameBytes = 320

/** An ear at a loudspeaker. */
function listenTo(pcm: Readable): Ear {
  const ear = createEar()
  let rest = Buffer.alloc(0)
  pcm.on('data', (chunk: Buffer) => {
    rest = Buffer.concat([rest, chunk])
    for (; rest.length >= frameBytes; rest = rest.subarray(frameBytes)) {
      const frame = Int16Array.from({ length: frameBytes / 2 }, (_, n) => rest.readInt16LE(n * 2))
      ear.hear(frame)
    }
  })
  return ear
}

/** One second of a tone; whole periods, so that it repeats without a seam. */
function oneSecond(hz: number): Int16Array {
  const source = tone(hz)
  return Int16Array.from(Array.from({ length: 50 }, () => [...(source() ?? [])]).flat())
}

async function withSound<T>(use: (sound: Sound) => Promise<T>): Promise<T> {
  const programs = openPrograms(process.env)
  try {
    const sound = await startSound(programs, programs, mkdtempSync(join(tmpdir(), 'phone-window-sound-')))
    return await use(sound)
  } finally {
    await programs.stop()
  }
}

function choose(devices: readonly AudioDevice[], label: string): DeviceChoice {
  const device = devices.find((one) => one.label === label)
  assert(device !== undefined, `no ${label} among ${devices.map((one) => one.label)}`)
  return { groupId: device.groupId, label: device.label }
}

/** The ring on its own device, the customer on theirs and once, and a microphone pulled out in the call and back. */
export async function usesItsDevices(rig: Rig): Promise<string> {
  return withSound(async (sound) => {
    sound.speak(oneSecond(agentHz), rate)
    const headset = listenTo(sound.listenAt('headset', rate).pcm)
    const ringer = listenTo(sound.listenAt('ringer', rate).pcm)
    const phone = await rig.open({}, { sound: sound.env })
    await ready(phone)
    const { devices } = (await phone.fact('devices', (fact) => fact.devices.speakers.length > 1)).value
    const chosen = {
      ...calm.devices,
      microphone: choose(devices.microphones, 'Office headset microphone'),
      speaker: choose(devices.speakers, 'Office headset'),
      ringer: choose(devices.speakers, 'Loudspeaker'),
    }
    phone.want({ devices: chosen, ring: 'call' })
    await phone.fact('ring', ({ ring }) => ring === 'sounding')
    await pause(1_500)
    phone.want({ ring: 'none' })
    assert(
      ringer.heard.some(({ hz }) => hz !== null),
      'the ringer is silent',
    )
    assert(!headset.heard.some(({ hz }) => hz !== null), 'the ring is heard in the headset')
    phone.answerCalls(true)
    const leg = rig.call()
    const { dialogId } = (await phone.fact('established')).value
    phone.want({ microphoneFor: dialogId })
    await headset.waitFor(customerHz)
    await leg.voice.hearing.waitFor(agentHz)
    const unplugged = await pullOut(sound, phone, () => leg.voice.hearing.waitFor(agentHz, { timeoutMs: 15_000 }))
    leg.hangUp()
    await phone.close()
    return `ring on the loudspeaker only, customer in the headset; ${unplugged}`
  })
}

async function pullOut(
  sound: Sound,
  phone: Awaited<ReturnType<Rig['open']>>,
  heardAgain: () => Promise<unknown>,
): Promise<string> {
  phone.forget()
  const pulledAt = Date.now()
  await sound.unplugMicrophone()
  const gone = await phone.fact('microphone', ({ microphone }) => microphone.status !== 'open', 15_000)
  await pause(1_000)
  phone.forget()
  const pluggedAt = Date.now()
  await sound.plugMicrophone()
  const back = await phone.fact('microphone', ({ microphone }) => microphone.status === 'open', 15_000)
  await heardAgain()
  return `${gone.value.microphone.status} said after ${gone.at - pulledAt} ms, open again ${back.at - pluggedAt} ms after it was plugged in`
}
