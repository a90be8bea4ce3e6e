import type { IpcMain, WebFrameMain } from 'electron'
import type { z } from 'zod'
import type { Input, Output, PageRequests, RequestName, WindowKind } from '#contract'
import { explain } from '../log/explain.ts'
import type { Log } from '../log/log.ts'
import { type Inputs, inputs } from './schemas/inputs.ts'
import { pageInputs } from './schemas/page.ts'

/** What main answers to one kind of window: a request of the contract without a function here does not compile. */
export type Handlers<W extends WindowKind> = {
  readonly [N in RequestName<W>]: (input: Input<W, N>) => Output<W, N>
}

/** A window that main made, and the one page that may ask in its name. */
export interface KnownWindow {
  readonly kind: WindowKind
  readonly page: string
}

/** A page of the site's in a view: it may ask as long as it shows this origin, and is answered by its own functions. */
export interface KnownPage {
  readonly origin: string
  readonly requests: PageRequests
}

export interface Door {
  readonly ipcMain: Pick<IpcMain, 'handle'>
  readonly handlers: { readonly [W in WindowKind]: Handlers<W> }
  readonly windowOf: (webContentsId: number) => KnownWindow | undefined
  readonly pageOf: (webContentsId: number) => KnownPage | undefined
  readonly log: Log
  /** A handler threw; it is logged already, and whoever owns the notices tells the agent. */
  readonly onUnexpected: (name: string) => void
}

/** What is needed of Electron's `IpcMainInvokeEvent` to know who asks. */
export interface Asking {
  readonly sender: { readonly id: number }
  readonly senderFrame: Pick<WebFrameMain, 'parent' | 'url'> | null
}

type Parsed =
  | { readonly ok: true; readonly run: () => unknown }
  | { readonly ok: false; readonly issues: z.ZodError['issues'] }
type Row = (raw: unknown) => Parsed
type Rows = ReadonlyMap<string, Row>

interface Asked {
  readonly who: WindowKind | 'page' | 'unknown window'
  readonly rows: Rows
}

const nobody: Rows = new Map()

/** The one way into main: who asks, what for, and in what shape are all checked here and nowhere else. */
export function serveRequests(door: Door): void {
  const rows = {
    desk: rowsOf(inputs.desk, door.handlers.desk),
    phone: rowsOf(inputs.phone, door.handlers.phone),
    alert: rowsOf(inputs.alert, door.handlers.alert),
    pages: rowsOf(inputs.pages, door.handlers.pages),
  }
  const askedBy = (event: Asking): Asked => {
    const kind = kindAsking(event, door.windowOf)
    if (kind !== undefined) return { who: kind, rows: rows[kind] }
    const page = pageAsking(event, door.pageOf)
    return page === undefined ? { who: 'unknown window', rows: nobody } : { who: 'page', rows: rowsOfPage(page) }
  }
  door.ipcMain.handle('request', async (event: Asking, name: unknown, raw: unknown) => {
    const { who, rows } = askedBy(event)
    const row = typeof name === 'string' ? rows.get(name) : undefined
    const label = `${who}: ${String(name).slice(0, 100)}`
    if (row === undefined) return refuse(door.log, label, `not allowed, from ${originOf(event.senderFrame)}`)

    const parsed = row(raw)
    if (!parsed.ok) return refuse(door.log, label, parsed.issues.map(wordsOf).join('; '))
    return answer(parsed.run, label, door)
  })
}

function rowsOf<W extends WindowKind>(schemas: Inputs<W>, handlers: Handlers<W>): Rows {
  const names = Object.keys(schemas) as RequestName<W>[]
  return new Map(names.map((name) => [name, rowOf<W, typeof name>(schemas[name], handlers[name])]))
}

function rowsOfPage({ requests }: KnownPage): Rows {
  return new Map([
    ['page.setup', parsedBy(pageInputs['page.setup'], requests['page.setup'])],
    ['page.callOut', parsedBy(pageInputs['page.callOut'], requests['page.callOut'])],
  ])
}

function rowOf<W extends WindowKind, N extends RequestName<W>>(input: Inputs<W>[N], run: Handlers<W>[N]): Row {
  return parsedBy<Input<W, N>>(input, run)
}

function parsedBy<I>(input: z.ZodType<I>, run: (input: I) => unknown): Row {
  return (raw) => {
    const parsed = input.safeParse(raw)
    return parsed.success ? { ok: true, run: () => run(parsed.data) } : { ok: false, issues: parsed.error.issues }
  }
}

/** The window's own top frame, still showing the page it was made for. */
function kindAsking(event: Asking, windowOf: Door['windowOf']): WindowKind | undefined {
  const frame = event.senderFrame
  if (frame === null || frame.parent !== null) return undefined
  const known = windowOf(event.sender.id)
  return known !== undefined && frame.url.split(/[?#]/, 1)[0] === known.page ? known.kind : undefined
}

/** The view's own top frame, as long as it shows the origin that the profile names. */
function pageAsking({ sender, senderFrame }: Asking, pageOf: Door['pageOf']): KnownPage | undefined {
  if (senderFrame === null || senderFrame.parent !== null) return undefined
  const page = pageOf(sender.id)
  return page !== undefined && originOf(senderFrame) === page.origin ? page : undefined
}

/** No more of an address: a page's says whose call it is about. Our own scheme has no origin in Node. */
function originOf(frame: Asking['senderFrame']): string {
  if (frame === null) return 'no frame'
  return URL.canParse(frame.url) ? `${new URL(frame.url).protocol}//${new URL(frame.url).host}` : 'no address'
}

/** Values stay out of it: they are another process's, and may be a password in the wrong place. */
function wordsOf(issue: z.ZodError['issues'][number]): string {
  return `${issue.path.map(String).join('.') || 'input'} ${issue.code}`
}

function refuse(log: Log, label: string, why: string): never {
  log.warn('request refused', { request: label, why })
  throw new Error('request refused')
}

async function answer(run: () => unknown, label: string, door: Door): Promise<unknown> {
  try {
    return await run()
  } catch (error) {
    door.log.error('request failed', { request: label, error: explain(error) })
    door.onUnexpected(label)
    throw new Error('request failed')
  }
}
