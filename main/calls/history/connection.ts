import type { Time } from '#contract'
import { explain } from '../../log/explain.ts'
import type { Log } from '../../log/log.ts'
import type { KeeperWords } from './store/keeper.ts'
import type { Owner } from './store/store.ts'
import { type StoreThread, talkToStore, type WorkerLike } from './thread.ts'

export type SiteOfCalls = Omit<Owner, 'agent'>

export interface ConnectionOptions {
  readonly file: string
  readonly startWorker: () => WorkerLike
  /** The site whose profile is in force, and how long it lets a call be kept. */
  readonly site: () => SiteOfCalls | null
  /** A file that could not be used has this name now. */
  readonly onSetAside: (file: string) => void
  readonly log: Pick<Log, 'info' | 'warn' | 'error'>
  readonly now: () => Time
}

export interface Connection {
  /** Starts the thread when it is needed first, and again when it has died. */
  ask: StoreThread['ask']
  /** The same for what nobody waits for: a failure is told to the log. */
  tell<N extends keyof KeeperWords>(name: N, input: KeeperWords[N]['input']): Promise<KeeperWords[N]['output'] | null>
  open(): void
  /** Another profile is in force: what is open is opened anew. */
  reopen(): void
  close(): Promise<void>
}

export function createConnection(options: ConnectionOptions): Connection {
  const { startWorker, log } = options
  let thread: StoreThread | null = null

  function start(): StoreThread {
    const started = talkToStore({
      worker: startWorker(),
      onSetAside: (file) => setAside(options, file),
      onGone: (error) => {
        if (thread !== started) return
        thread = null
        log.error('the history has stopped', { error: explain(error) })
      },
    })
    thread = started
    openIn(started)
    return started
  }
  function openIn(opened: StoreThread): void {
    const site = options.site()
    if (site === null) return
    const asked = performance.now()
    opened.ask('open', { file: options.file, ...site, now: options.now() }).then(
      () => log.info('the history is open', { ms: Math.round(performance.now() - asked) }),
      (error: unknown) => log.error('the history cannot be opened', { error: explain(error) }),
    )
  }
  const ask: Connection['ask'] = (name, input) => (thread ?? start()).ask(name, input)
  return {
    ask,
    tell: (name, input) =>
      ask(name, input).catch((error: unknown) => {
        log.error('the history could not be asked', { what: name, error: explain(error) })
        return null
      }),
    open: () => {
      if (thread === null) start()
    },
    reopen: () => {
      if (thread !== null) openIn(thread)
    },
    close: async () => {
      const closing = thread
      thread = null
      await closing?.ask('close', undefined)
      await closing?.end()
    },
  }
}

function setAside({ file, onSetAside, log }: ConnectionOptions, aside: string | null): void {
  log.warn('the history was damaged', { setAside: aside })
  onSetAside(aside ?? file)
}
