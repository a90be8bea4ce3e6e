import { createDoors, type DoorsPart, type Schemes } from './doors/doors.ts'
import type { CallDeed } from './doors/local/routes.ts'
import type { OpenEyeActs } from './doors/openeye/perform.ts'
import type { Given, Made } from './parts.ts'
import type { Kept } from './profile/kept-record.ts'
import type { KeptDoors } from './profile/programs.ts'

/** What of this machine the doors stand on. */
export interface DoorsGround {
  readonly schemes: Schemes
  readonly kept: Kept<KeptDoors>
  readonly selection: () => Promise<string>
  readonly openDesk: () => void
}

/** The doors for other programs, at this site. */
export function createDoorsOfSite(given: Given, made: () => Made, settingsChanged: () => void): DoorsPart {
  const { schemes, kept, selection, openDesk } = given.doorsGround
  const calls = () => made().calls.requests
  const onCall = {
    answer: (callId: string) => calls()['calls.answer']({ callId }),
    'hang-up': (callId: string) => calls()['calls.hangUp']({ callId }),
    hold: (callId: string) => calls()['calls.hold']({ callId }),
    retrieve: (callId: string) => calls()['calls.retrieve']({ callId }),
    mute: (callId: string) => calls()['calls.mute']({ callId, muted: true }),
    unmute: (callId: string) => calls()['calls.mute']({ callId, muted: false }),
  } satisfies Record<CallDeed, unknown>
  return createDoors({
    ...{ schemes, kept, selection, openDesk },
    choices: kept.current,
    choose: (patch) => void kept.change(patch),
    site: () => siteOf(given),
    phone: phoneOf(given, made, settingsChanged),
    seen: () => ({ agent: made().agent.current(), calls: made().calls.current() }),
    dial: (number, video) => calls()['calls.dial']({ number, ...(video && { video }) }),
    onCall: (verb, callId) => onCall[verb](callId),
    goTo: (goTo) => made().agent.goToFromOutside(goTo),
    onChange: (doors) => given.tell.desk('doors.changed', doors),
    now: given.now,
    log: given.log,
  })
}

/** Nothing of it without a profile. */
function siteOf({ profiles }: Given) {
  const doors = profiles.current().profile?.doors
  return { on: doors?.local ?? false, port: doors?.port ?? DEFAULT_PORT, openEye: doors?.openEye ?? null }
}

/** A page registers the phone at the servers of this profile; a site with a gateway is signed in to by the agent. */
function phoneOf({ profiles, settings }: Given, made: () => Made, settingsChanged: () => void): OpenEyeActs {
  const calls = () => made().calls.requests
  const agent = () => made().agent.requests
  return {
    seen: () => ({ agent: made().agent.current(), calls: made().calls.current(), line: made().line.current() }),
    devices: () => settings.current().devices,
    changeDevices: (patch) => {
      settings.change({ devices: { ...settings.current().devices, ...patch } })
      settingsChanged()
    },
    register: async (softphoneNumber, softphonePassword) => {
      if (profiles.current().profile?.gateway) return { ok: false }
      const once = { workNumber: '', remember: false, force: false, goIdle: true }
      return agent()['agent.signIn']({ ...once, softphoneNumber, softphonePassword })
    },
    deregister: () => agent()['agent.signOut']({ force: false }),
    dial: (number) => calls()['calls.dial']({ number }),
    answer: (callId) => calls()['calls.answer']({ callId }),
    hangUp: (callId) => calls()['calls.hangUp']({ callId }),
    keys: (callId, keys) => calls()['calls.keys']({ callId, keys, secret: false }),
    mute: (callId, muted) => calls()['calls.mute']({ callId, muted }),
  }
}

const DEFAULT_PORT = 7_690
