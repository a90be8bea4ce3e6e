import type { Fork, PhoneLeg } from '#simulator/sip/sip-side.ts'
import { tone } from '#simulator/voice/tone.ts'
import { agentHz, assert, customerHz, hears, pause, type Rig, ready } from './rig.ts'

const otherHz = 880

interface Forked {
  readonly leg: PhoneLeg
  readonly fork: Fork
}

/** Rings at two, of whom one is heard at once; the other answers when told. */
function rings(rig: Rig): Promise<Forked> {
  return new Promise((resolve) => {
    rig.side.onDial = (leg) => {
      leg.ring()
      leg.voice.say(tone(customerHz))
      const { fork } = leg.inside
      if (fork === null) throw new Error('nobody else rings')
      fork.voice.say(tone(otherHz))
      resolve({ leg, fork })
    }
  })
}

async function takesFork(rig: Rig, forkRings: 'unreliably' | 'reliably', forkAnswers: boolean): Promise<string> {
  const phone = await rig.open({ levels: true })
  await ready(phone)
  Object.assign(rig.side.faults, { forkRings, forkAnswers })
  const ringing = rings(rig)
  phone.command({ verb: 'dial', dialogId: 'out', number: '6002' })
  const { leg, fork } = await ringing
  await hears(phone, otherHz)
  phone.want({ microphoneFor: 'out' })
  await leg.accept()
  const answeredAt = performance.now()
  await Promise.all([leg.voice.hearing.waitFor(agentHz), hears(phone, customerHz)])
  const took = Math.round(performance.now() - answeredAt)
  await pause(500)
  Object.assign(rig.side.faults, { forkRings: 'no', forkAnswers: false })
  const { heard } = fork.voice.hearing
  await phone.close()
  assert(
    heard.every(({ hz }) => hz !== agentHz && hz === null),
    `the other one heard ${JSON.stringify(heard)}`,
  )
  assert(fork.pracked === (forkRings === 'reliably'), `pracked: ${fork.pracked}`)
  assert(fork.acknowledged === forkAnswers && fork.ended, `the other one: ${fork.acknowledged} ${fork.ended}`)
  return `${forkRings}${forkAnswers ? ', both answer' : ''}: both heard after ${took} ms`
}

/** One is heard before another answers, who is the call; whether or not the first one lets go at once. */
export async function takesAnyFork(rig: Rig): Promise<string> {
  const took = [await takesFork(rig, 'unreliably', false), await takesFork(rig, 'reliably', true)]
  return took.join('; ')
}
