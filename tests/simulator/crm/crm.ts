/** Where the CRM can be reached, each an origin of its own. */
export type CrmDoor =
  /** By TLS, with a certificate of the simulator's authority. */
  | 'main'
  /** The same pages at another host and port: to pages of `main` a foreign site. */
  | 'foreign'
  /** Without TLS, as pages on OpenEye's SDK often are. */
  | 'plain'
  | 'expired'
  | 'untrusted'
  | 'wrong-host'
  /** Asks for the agent's own certificate, and shows nothing to whoever has none. */
  | 'asks-certificate'

/** One request, as it came. */
export interface Visit {
  readonly door: CrmDoor
  /** Of its head; milliseconds since the epoch, with fractions. */
  readonly at: number
  readonly method: string
  readonly path: string
  readonly query: Readonly<Record<string, string>>
  /** Fields of a form; of a file its name. Null where none was sent. */
  readonly form: Readonly<Record<string, string>> | null
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>
}

/** The site's pages, by what they are for. */
export type CrmPage = 'customer' | 'ticket' | 'workbench' | 'openeye' | 'misbehaving'

/** One of `pages` in a connection profile. */
export type ConfiguredCrmPage = Readonly<Record<string, unknown>> & { readonly name: string; readonly url: string }

/** The customer's own CRM: pages that know nothing of Earshot (spec/media-and-services.md 5). */
export interface Crm {
  readonly origins: Readonly<Record<CrmDoor, string>>
  readonly visits: readonly Visit[]
  /** The first visit, past or to come, that is like this. */
  waitFor(isLike: (visit: Visit) => boolean, timeoutMs?: number): Promise<Visit>
  /** Connections that nobody uses are closed, as after the minutes that lie between two calls. */
  closeIdleConnections(): void
  /** For the profile, with what a site wants differently. */
  page(which: CrmPage, wishes?: Readonly<Record<string, unknown>>): ConfiguredCrmPage
  /** A page that does what it should not (`pages/scripts/misbehaving.js`, `mischief.ts`). */
  misbehaving(how: string, wishes?: Readonly<Record<string, unknown>>): ConfiguredCrmPage
}
