import { createDoors, type DoorsPart, type Schemes } from './doors/doors.ts'
import type { CallDeed } from './doors/local/routes.ts'
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
export function createDoorsOfSite(given: Given, made: () => Made): DoorsPart {
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
    seen: () => ({ agent: made().agent.current(), calls: made().calls.current() }),
    dial: (number) => calls()['calls.dial']({ number }),
    onCall: (verb, callId) => onCall[verb](callId),
    goTo: (goTo) => made().agent.goToFromOutside(goTo),
    onChange: (doors) => given.tell.desk('doors.changed', doors),
    now: given.now,
    log: given.log,
  })
}

/** Nothing of it without a profile. */
function siteOf({ profiles }: Given): { readonly on: boolean; readonly port: number } {
  const { local, port } = profiles.current().profile?.doors ?? { local: false, port: DEFAULT_PORT }
  return { on: local, port }
}

const DEFAULT_PORT = 7_690
