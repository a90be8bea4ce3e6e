import type {
  CommandResult,
  Doors,
  DoorsRequests,
  GoTo,
  LinkScheme,
  SchemeOwner,
  Time,
  TrustedSource,
  WishSource,
} from '#contract'
import type { Log } from '../log/log.ts'
import { readLink, readNumber } from './links/link.ts'
import { createLocal, type Local } from './local/local.ts'
import { createPrograms, type KeptPrograms, type Programs } from './local/programs.ts'
import type { CallDeed } from './local/routes.ts'
import type { Seen } from './local/told.ts'
import { createOpenEye, type OpenEye, type OpenEyeSite } from './openeye/openeye.ts'
import type { OpenEyeActs } from './openeye/perform.ts'
import { hearPages, type PageWish } from './page-wish.ts'
import { createWishes, type Wishes } from './wishes.ts'

/** The system's table of which program a scheme belongs to. */
export interface Schemes {
  owner(scheme: LinkScheme): Promise<SchemeOwner>
  take(scheme: LinkScheme, on: boolean): Promise<void>
}

/** What the site and the agent have decided about other programs. */
export interface DoorChoices {
  readonly trusted: readonly TrustedSource[]
  readonly localOn: boolean
}

export interface DoorsParts {
  readonly schemes: Schemes
  readonly kept: KeptPrograms
  readonly choices: () => DoorChoices
  readonly choose: (patch: Partial<DoorChoices>) => void
  /** Of the site: whether it turns the local interface on, and where that listens. */
  readonly site: () => { readonly on: boolean; readonly port: number; readonly openEye: OpenEyeSite | null }
  /** What OpenEye's pages may ask of the phone. */
  readonly phone: OpenEyeActs
  readonly seen: () => Seen
  readonly dial: (number: string, video: boolean) => Promise<CommandResult>
  readonly onCall: (verb: CallDeed, callId: string) => Promise<CommandResult>
  readonly goTo: (goTo: GoTo) => Promise<CommandResult>
  /** The clipboard's words, or what is selected where the system tells. */
  readonly selection: () => Promise<string>
  readonly openDesk: () => void
  readonly onChange: (doors: Doors) => void
  readonly now: () => Time
  readonly log: Log
}

export interface DoorsPart {
  readonly requests: DoorsRequests
  current(): Doors
  /** A link that the system handed over. */
  link(text: string): void
  /** The number that is selected or was copied. */
  dialSelection(): void
  /** One of the site's pages beside a call wants a number to be dialled. */
  pageWish(wish: PageWish): void
  /** The agent or the calls are other than they were. */
  changed(): void
  /** Profile or settings are other than they were. */
  siteChanged(): void
}

const SCHEMES: readonly LinkScheme[] = ['tel', 'sip', 'callto', 'earshot']

interface Owners {
  current(): Doors['schemes']
  look(): Promise<void>
}

/** Whose the schemes were when somebody last looked: asking the system takes a while, and nobody waits for it. */
function createOwners(schemes: Schemes, onChange: () => void): Owners {
  let owners: Doors['schemes'] = { tel: 'unknown', sip: 'unknown', callto: 'unknown', earshot: 'unknown' }
  return {
    current: () => owners,
    look: async () => {
      const found = await Promise.all(SCHEMES.map(async (one) => [one, await schemes.owner(one)] as const))
      owners = { ...owners, ...Object.fromEntries(found) }
      onChange()
    },
  }
}

/** The doors for other programs: links, the selected number, the local interface. */
export function createDoors(parts: DoorsParts): DoorsPart {
  const publish = () => parts.onChange(current())
  const wishes = createWishes({
    dial: parts.dial,
    ready: () => parts.seen().agent.status === 'signed-in',
    trusted: ({ kind }) => parts.choices().trusted.some((one) => one === kind),
    trust: (kind) => parts.choose({ trusted: [...new Set([...parts.choices().trusted, kind])] }),
    onChange: publish,
    onQuestion: parts.openDesk,
    now: parts.now,
  })
  const programs = createPrograms(parts.kept, parts.now)
  const local = localOf(parts, programs, wishes, publish)
  const openEye: OpenEye = createOpenEye({ acts: parts.phone, log: parts.log, onChange: publish })
  const schemes = createOwners(parts.schemes, publish)
  const wanted = () => wantedBy(parts.site().on, parts.choices().localOn)
  const current = (): Doors => ({
    ...wishes.current(),
    trusted: parts.choices().trusted,
    schemes: schemes.current(),
    local: { wanted: wanted(), ...local.status(), programs: programs.list() },
    openEye: openEye.status(),
  })
  const siteChanged = () => local.listen(wanted() === 'off' ? null : parts.site().port)
  return {
    requests: requestsOf(parts, { wishes, programs, local, schemes, siteChanged, publish }),
    current,
    link: (text) => followLink(text, wishes, parts),
    dialSelection: () => void parts.selection().then((text) => dialSelection(text, wishes)),
    pageWish: hearPages(wishes, parts.now, parts.log),
    changed: () => {
      local.changed()
      openEye.changed()
    },
    siteChanged: () => {
      siteChanged()
      openEye.site(parts.site().openEye)
      publish()
    },
  }
}

function wantedBy(site: boolean, agent: boolean): Doors['local']['wanted'] {
  if (site) return 'profile'
  return agent ? 'agent' : 'off'
}

function localOf(parts: DoorsParts, programs: Programs, wishes: Wishes, onChange: () => void): Local {
  const { seen, onCall, goTo, log, now } = parts
  const dial = (number: string, name: string) => wishes.wish(number, { kind: 'program', name }, /^\+?\d+$/.test(number))
  return createLocal({ programs, acts: { seen, dial, onCall, goTo }, onChange, log, now })
}

interface Made {
  readonly wishes: Wishes
  readonly programs: Programs
  readonly local: Local
  readonly schemes: Owners
  readonly siteChanged: () => void
  readonly publish: () => void
}

function requestsOf(
  parts: DoorsParts,
  { wishes, programs, local, schemes, siteChanged, publish }: Made,
): DoorsRequests {
  const programsChanged = () => {
    local.programsChanged()
    publish()
  }
  return {
    'doors.answerWish': wishes.answer,
    'doors.refusalSeen': wishes.refusalSeen,
    'doors.trust': ({ kind, on }) => {
      const others = parts.choices().trusted.filter((one) => one !== kind)
      parts.choose({ trusted: on ? [...others, kind] : others })
      publish()
    },
    'doors.lookAtSchemes': () => void schemes.look(),
    'doors.takeScheme': ({ scheme, on }) => void parts.schemes.take(scheme, on).then(schemes.look),
    'doors.setLocal': ({ on }) => {
      parts.choose({ localOn: on })
      siteChanged()
      publish()
    },
    'doors.addProgram': (input) => {
      const added = programs.add(input)
      programsChanged()
      return added
    },
    'doors.revokeProgram': ({ id }) => {
      programs.revoke(id)
      programsChanged()
    },
  }
}

function followLink(text: string, wishes: Wishes, { openDesk, log }: Pick<DoorsParts, 'openDesk' | 'log'>): void {
  const link = readLink(text)
  log.info('a link came', { kind: link.kind, scheme: link.scheme ?? 'none' })
  if (link.kind === 'open') openDesk()
  else if (link.kind === 'dial') void wishes.wish(link.number, { kind: 'link', scheme: link.scheme }, link.plain)
  else wishes.refuse({ kind: 'link', scheme: link.scheme ?? 'tel' }, link.why)
}

/** What people copy has separators and words around it; one number must be plain to see. */
function dialSelection(text: string, wishes: Wishes): void {
  const source: WishSource = { kind: 'clipboard' }
  const link = readNumber(text)
  if (link.kind === 'dial') void wishes.wish(link.number, source, link.plain)
  else wishes.refuse(source, link.why)
}
