import type { Session, WebContents } from 'electron'
import type { PagePermission } from '#contract'
import type { SitePage, Tab } from '../tab/tab.ts'
import type { Questions } from './questions.ts'

/** By Chromium's names. What is not here, no page ever has: microphone, camera, screens, devices, pointer and keyboard. */
const askable: ReadonlyMap<string, PagePermission> = new Map([
  ['notifications', 'notifications'],
  ['geolocation', 'geolocation'],
  ['clipboard-read', 'clipboard-read'],
  ['fullscreen', 'full-screen'],
])

/** To copy at the agent's own click; a browser asks nobody about that either. */
const harmless = 'clipboard-sanitized-write'

export interface Guarded {
  readonly page: () => SitePage
  readonly tabOf: (contents: WebContents | null) => Tab | undefined
  /** A link to a program that was followed: `tel:` and the like. */
  readonly onExternal: (tab: Tab, url: string) => void
}

/** What a page may use: what its profile allows and the agent has said yes to, until the agent signs out. */
export function guardPermissions(
  session: Session,
  { page, tabOf, onExternal }: Guarded,
  questions: Questions,
): { forget(): void } {
  const given = new Set<string>()
  const allowed = (name: string) => {
    const permission = askable.get(name)
    return permission !== undefined && page().rules.permissions.includes(permission) ? permission : undefined
  }
  const ask = async (tab: Tab, permission: PagePermission, origin: string): Promise<boolean> => {
    const answer = await questions.ask(tab, { kind: 'permission', permission, host: hostOf(origin) })
    return answer?.ok === true
  }
  const answered = rememberAnswers()
  const request = async (tab: Tab, name: string, origin: string): Promise<boolean> => {
    const permission = allowed(name)
    if (permission === undefined) return false
    const wanted = `${name} ${origin}`
    if (given.has(wanted)) return true
    const isGiven = await answered(tab, wanted, () => ask(tab, permission, origin))
    if (isGiven) given.add(wanted)
    return isGiven
  }
  session.setPermissionRequestHandler((contents, name, answer, details) => {
    const tab = tabOf(contents)
    if (tab === undefined) return answer(false)
    if (name === 'openExternal' && 'externalURL' in details && details.externalURL !== undefined)
      onExternal(tab, details.externalURL)
    if (name === harmless) return answer(true)
    void request(tab, name, originOf(details.requestingUrl)).then(answer)
  })
  session.setPermissionCheckHandler((_, name, origin) => {
    return name === harmless || (allowed(name) !== undefined && given.has(`${name} ${originOf(origin)}`))
  })
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_, give) => give({}))
  return { forget: () => given.clear() }
}

/** Each document asks the agent once for each thing, or it would go on until they say yes. */
function rememberAnswers() {
  const ofTab = new WeakMap<Tab, Map<string, Promise<boolean>>>()
  const begin = (tab: Tab) => {
    const answers = new Map<string, Promise<boolean>>()
    tab.contents.on('did-navigate', () => answers.clear())
    ofTab.set(tab, answers)
    return answers
  }
  return (tab: Tab, wanted: string, ask: () => Promise<boolean>): Promise<boolean> => {
    const answers = ofTab.get(tab) ?? begin(tab)
    const answer = answers.get(wanted) ?? ask()
    answers.set(wanted, answer)
    return answer
  }
}

function originOf(url: string): string {
  return URL.canParse(url) ? new URL(url).origin : ''
}

function hostOf(origin: string): string {
  return URL.canParse(origin) ? new URL(origin).host : origin
}
