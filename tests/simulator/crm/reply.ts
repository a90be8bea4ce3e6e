import type { IncomingMessage, ServerResponse } from 'node:http'
import type { CrmDoor, Visit } from './crm.ts'
import type { Markup } from './render.ts'

/** A visit, and whose door it came through. */
export interface Asked {
  readonly visit: Visit
  readonly incoming: IncomingMessage
  readonly origins: Readonly<Record<CrmDoor, string>>
  /** What the page was told, in the address or in the form (spec/media-and-services.md 5.1, 1 and 2). */
  readonly told: Readonly<Record<string, string>>
}

export interface Reply {
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Buffer
}

/** A reply, or what is done with the connection instead of one. */
export type Answer = Reply | ((response: ServerResponse) => void)

export function page({ html }: Markup, status = 200): Reply {
  return { status, headers: { 'Content-Type': 'text/html; charset=utf-8' }, body: html }
}

export function redirect(to: string): Reply {
  return { status: 302, headers: { Location: to } }
}
