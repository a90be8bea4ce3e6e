import { isBuiltin } from 'node:module'
import type { Import } from './imports.ts'

/** Why an import is not allowed, or nothing: the table "Who may import what" of ARCHITECTURE.md. */
export function objectionTo(one: Import): string | undefined {
  if (one.to.startsWith('tests/')) return 'the product never imports its tests'
  // The contract is types only: both sides see it, neither carries it.
  if (one.to.startsWith('preload/') && !one.from.startsWith('preload/'))
    return one.typeOnly && one.to.startsWith('preload/contract') ? undefined : 'only types, and only of the contract'
  const [side] = one.from.split('/')
  const rule = rules[one.from.startsWith('renderer/') ? (windowOf(one.from) ?? '') : (side ?? '')]
  return rule === undefined ? `no rule for ${one.from}` : rule(one)
}

type Rule = (one: Import) => string | undefined

const rules: Readonly<Record<string, Rule>> = {
  main: ofMain,
  preload: ofPreload,
  desk: ofDesk,
  alert: ofAlert,
  pages: ofPages,
  phone: ofPhone,
}

function windowOf(path: string): string | undefined {
  return /^renderer\/([^/]+)\//.exec(path)?.[1]
}

function isPackage(to: string): boolean {
  return !/^(main|preload|renderer)\//.test(to)
}

function isOneOf(to: string, packages: readonly string[]): boolean {
  return packages.some((name) => to === name || to.startsWith(`${name}/`))
}

const mainPackages = ['zod', 'node-sqlite3-wasm', 'ws', 'electron-store', 'libphonenumber-js']
const mayHoldElectron = ['desktop', 'pop']
const mayKnowGatewayEvents = ['agent', 'calls', 'chats', 'team']

/** The folder of main a file stands in; the composition root stands in none and introduces them all. */
function domainOf(path: string): string | undefined {
  return /^main\/([^/]+)\//.exec(path)?.[1]
}

function ofMain(one: Import): string | undefined {
  const domain = domainOf(one.from)
  return isPackage(one.to) ? packageInMain(one, domain) : fileInMain(one, domain)
}

function packageInMain({ from, to, typeOnly }: Import, domain: string | undefined): string | undefined {
  if (isOneOf(to, ['electron'])) {
    const holds = from === 'main/index.ts' || mayHoldElectron.includes(domain ?? '')
    return typeOnly || holds ? undefined : 'Electron comes as an argument here, only its types are imported'
  }
  return isBuiltin(to) || isOneOf(to, mainPackages) ? undefined : `${to} is not a package of main`
}

function isHistory(from: string): boolean {
  return /^main\/[^/]+\/history\//.test(from)
}

function fileInMain({ from, to, typeOnly }: Import, domain: string | undefined): string | undefined {
  if (!to.startsWith('main/')) return 'main never imports a window'
  if (domain === undefined || domainOf(to) === domain) return undefined
  // What every store in a thread of its own is made of.
  if (to.startsWith('main/database/') && isHistory(from)) return undefined
  const isKnown =
    to.startsWith('main/log/') || (to === 'main/gateway/event.ts' && mayKnowGatewayEvents.includes(domain))
  if (!isKnown) return 'another domain: index.ts introduces them'
  // The one function of the log that needs no log: what an error says, without what it must not say.
  return typeOnly || to === 'main/log/explain.ts' ? undefined : 'only the types of another folder'
}

function ofPreload({ to }: Import): string | undefined {
  return to.startsWith('preload/') || to === 'electron' ? undefined : 'the boundary imports Electron and itself'
}

const deskPackages = ['svelte', 'bits-ui', '@lucide/svelte', 'libphonenumber-js', 'virtua', 'dompurify']
/** `keys` is the one table of what can be pressed, which every domain shows beside its buttons. */
const sharedInDesk = ['ui', 'messages', 'keys']
/** The frame round the domains: with the files directly in the desk's folder it puts them together. */
const frameOfDesk = 'workplace'

function ofDesk(one: Import): string | undefined {
  if (isPackage(one.to)) return isOneOf(one.to, deskPackages) ? undefined : `${one.to} is not a package of the desk`
  return windowOf(one.to) === 'desk' ? fileInDesk(one) : 'the desk knows the contract only'
}

function fileInDesk({ from, to, typeOnly }: Import): string | undefined {
  const [domain, other] = [deskDomainOf(from), deskDomainOf(to)]
  if (domain === undefined || other === domain) return undefined
  // The window's own bridge and state are made at the top and handed down: below, only their types are known.
  if (other === undefined) return typeOnly ? undefined : 'only the types of what the window hands down'
  return sharedInDesk.includes(other) ? undefined : 'another domain of the desk'
}

function deskDomainOf(path: string): string | undefined {
  const domain = /^renderer\/desk\/([^/]+)\//.exec(path)?.[1]
  return domain === frameOfDesk ? undefined : domain
}

function ofAlert({ to }: Import): string | undefined {
  if (isPackage(to)) return isOneOf(to, deskPackages) ? undefined : `${to} is not a package of the alert window`
  const isShared = sharedInDesk.includes(deskDomainOf(to) ?? '')
  return windowOf(to) === 'alert' || isShared
    ? undefined
    : "the alert window has itself, the desk's ui and its messages"
}

/** The window of the customer's pages is the desk's pane of them, on another screen. */
function ofPages({ to }: Import): string | undefined {
  if (isPackage(to)) return isOneOf(to, deskPackages) ? undefined : `${to} is not a package of the pages' window`
  const isShared = [...sharedInDesk, 'pop'].includes(deskDomainOf(to) ?? '')
  return windowOf(to) === 'pages' || isShared ? undefined : "the pages' window has itself and the desk's pane of pages"
}

function ofPhone({ from, to }: Import): string | undefined {
  if (!isPackage(to)) return windowOf(to) === 'phone' ? undefined : 'the phone window knows the contract only'
  const mayUseSip = from.startsWith('renderer/phone/sip/')
  return mayUseSip && isOneOf(to, ['sip.js']) ? undefined : `${to}: sip.js, and only below sip/`
}
