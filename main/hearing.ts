import type { Agent, Calls, Chats, Line, LineWanted, Time } from '#contract'
import type { CallLine, CallsPart } from './calls/calls.ts'
import { createChatArrival } from './chats/arrival.ts'
import { isWarm } from './line/account.ts'
import type { Given, Made } from './parts.ts'
import type { Profiles } from './profile/profiles.ts'

export type Hearing = ReturnType<typeof createHearing>

/** Who hears what of agent, calls and line; they are made one after the other, hence the asking. */
export function createHearing(given: Given, parts: () => Made) {
  const { tell } = given
  const watch = watchLine(given.onRing)
  let trying = false
  let calling = false
  const arrival = arrivalAt(given, parts)
  const wantWarmth = () => {
    const { agent, line } = parts()
    line.want({ warm: isWarm(agent.current()) || trying, levels: trying || calling })
  }
  return {
    agent: (agent: Agent) => {
      tell.desk('agent.changed', agent)
      tellOfAgent(parts(), agent)
      tellCallsOfAgent(parts().calls, agent, given.profiles, given.now())
      wantWarmth()
      given.onChange()
    },
    calls: (calls: Calls) => {
      tell.desk('calls.changed', calls)
      tell.alert('calls.changed', calls)
      tellOfCalls(parts(), calls)
      given.onChange()
      parts().agent.inCall(calls.list.some(({ phase }) => IN_CALL.has(phase.name)))
    },
    callLine: ({ microphoneFor, cameraFor, ring, calls }: CallLine) => {
      calling = calls
      // Before the microphone opens for anybody, its other use is over.
      parts().chatFiles.inCall(calls || microphoneFor !== null)
      const rings = arrival.callRings(ring, calls)
      parts().line.want({ microphoneFor, cameraFor, ring: rings, levels: calling || trying })
    },
    chats: (chats: Chats) => tellOfChats(parts(), chats, arrival.changed(chats)),
    line: (line: Line) => {
      tell.desk('line.changed', line)
      parts().agent.lineChanged(line)
      parts().doors.changed()
      watch.sees(line)
    },
    lineOff: watch.off,
    acts: {
      tryMicrophone: (on: boolean) => {
        trying = on
        wantWarmth()
      },
      settingsChanged: () => tellSettings(given, parts().line),
      phoneWindowGone: () => loseWindow(parts()),
    },
  }
}

function arrivalAt({ settings, profiles }: Given, parts: () => Made) {
  return createChatArrival({
    answer: (chatId) => parts().chats.requests['chats.answer']({ chatId }),
    sound: (sound) => parts().line.command({ verb: 'try-ring', sound }),
    // The agent's own setting, else the site's.
    byItself: () => settings.current().chat.autoAnswer ?? profiles.current().profile?.chat?.autoAnswer ?? false,
  })
}

function loseWindow({ line, calls, chatFiles }: Made): void {
  line.windowGone()
  chatFiles.phoneWindowGone()
  calls.lineGone()
}

function tellOfAgent(
  { chatFiles, chats, day, directory, doors, drafts, history, pop, replies, team }: Made,
  agent: Agent,
): void {
  if (agent.status === 'signed-out') chatFiles.signedOut()
  chats.agent(agent)
  day.agentChanged(agent)
  directory.agentChanged(agent)
  doors.changed()
  drafts.agent(agent)
  replies.agent(agent)
  history.agent(agent)
  pop.agent(agent)
  team.agentChanged(agent)
}

function tellOfCalls({ picture, pop, day, history, team, doors }: Made, calls: Calls): void {
  // A page's request is to leave before anything that can wait.
  pop.calls(calls)
  picture.callsChanged()
  day.callsChanged(calls)
  history.calls(calls)
  team.callsChanged(calls)
  doors.changed()
}

function tellOfChats({ pop, line }: Made, chats: Chats, ring: LineWanted['ring']): void {
  pop.chats(chats)
  line.want({ ring })
}

function tellSettings({ settings, tell }: Given, line: Made['line']): void {
  const current = settings.current()
  tell.desk('settings.changed', current)
  tell.alert('settings.changed', current)
  tell.pages('settings.changed', current)
  line.want({ devices: { ...current.devices, chatVolume: current.chat.ringVolume } })
}

/** What of the line is waited for: that the ring sounds, and that it is off. */
function watchLine(onRing: (sounded: boolean) => void) {
  const waiting: (() => void)[] = []
  let ring: Line['ring'] = 'silent'
  return {
    sees: (line: Line) => {
      if (line.ring !== ring && line.ring !== 'silent') onRing(line.ring === 'sounding')
      ring = line.ring
      if (line.registration.status === 'off') for (const off of waiting.splice(0)) off()
    },
    off: () => new Promise<void>((resolve) => void waiting.push(resolve)),
  }
}

const IN_CALL: ReadonlySet<string> = new Set(['dialling', 'talking', 'held'])

function tellCallsOfAgent(calls: CallsPart, agent: Agent, profiles: Profiles, at: Time): void {
  const { gateway: site, sip } = profiles.current().profile ?? {}
  const gateway = site !== undefined
  const video = (site ?? sip)?.video ?? false
  // From the first moment of signing in, since an INVITE may follow a registration at once.
  if (agent.status === 'signing-in') {
    const { alwaysOffHook = false, recording = false } = site ?? {}
    const phone = agent.phone ?? 'softphone'
    calls.apply({ type: 'signed-in', gateway, phone, alwaysOffHook, recording, video })
  }
  if (agent.status === 'signed-out') calls.apply({ type: 'signed-out', at })
  if (agent.status === 'signed-in' && !gateway) {
    const accepting = agent.state.name !== 'busy' && agent.state.name !== 'rest'
    calls.apply({ type: 'accepting', accepting })
  }
}
