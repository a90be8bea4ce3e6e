import { explain } from '../log/explain.ts'
import type { Log } from '../log/log.ts'
import { type RestWhen, restWhen } from './rest.ts'
import { type StoreThread, talkToStore, type WorkerLike } from './thread.ts'
import type { Word, Words } from './words.ts'

/** Every database can be opened for a site, and closed. */
export interface OpeningWords<Opening> {
  open: Word<Opening, void>
  close: Word<undefined, void>
}

export interface DatabaseOptions<Opening> {
  /** For the log: "the history", "the conversations". */
  readonly called: string
  readonly file: string
  readonly startWorker: () => WorkerLike
  /** For the site whose profile is in force; null: there is none. */
  readonly opening: () => Opening | null
  /** A file that could not be used has this name now. */
  readonly onSetAside: (file: string) => void
  readonly log: Pick<Log, 'info' | 'warn' | 'error'>
  /** A thread that nobody asks for `afterMs` is let go, where nothing is in its memory alone: it holds some 30 MB. */
  readonly rest?: RestWhen
}

export interface DatabaseConnection<Asked extends Words<Asked>> {
  /** Starts the thread when it is needed first, and again when it has died. */
  ask: StoreThread<Asked>['ask']
  /** The same for what nobody waits for: a failure is told to the log. */
  tell<N extends keyof Asked & string>(name: N, input: Asked[N]['input']): Promise<Asked[N]['output'] | null>
  open(): void
  /** Another profile is in force: what is open is opened anew. */
  reopen(): void
  close(): Promise<void>
}

export function connectDatabase<Opening, Asked extends Words<Asked> & OpeningWords<Opening>>(
  options: DatabaseOptions<Opening>,
): DatabaseConnection<Asked> {
  const { called, startWorker, log } = options
  let thread: StoreThread<Asked> | null = null

  function start(): StoreThread<Asked> {
    const started = talkToStore<Asked>({
      worker: startWorker(),
      onSetAside: (file) => setAside(options, file),
      onGone: (error) => {
        if (thread !== started) return
        thread = null
        log.error(`${called} has stopped`, { error: explain(error) })
      },
    })
    thread = started
    openIn(started, options)
    return started
  }
  const rest = restWhen(options.rest, async () => {
    const closing = thread
    thread = null
    await closing?.ask('close', undefined)
    await closing?.end()
  })
  const ask: DatabaseConnection<Asked>['ask'] = async (name, input) => {
    const ending = rest.begin()
    try {
      if (ending) await ending
      return await (thread ?? start()).ask(name, input)
    } finally {
      rest.done()
    }
  }
  return {
    ask,
    tell: (name, input) =>
      ask(name, input).catch((error: unknown) => {
        log.error(`${called} could not be asked`, { what: name, error: explain(error) })
        return null
      }),
    open: () => {
      if (thread !== null || options.opening() === null) return
      void rest.begin()
      start()
      rest.done()
    },
    reopen: () => {
      if (thread !== null) openIn(thread, options)
    },
    close: rest.end,
  }
}

function openIn<Opening, Asked extends Words<Asked> & OpeningWords<Opening>>(
  thread: StoreThread<Asked>,
  { called, opening, log }: DatabaseOptions<Opening>,
): void {
  const wanted = opening()
  if (wanted === null) return
  const asked = performance.now()
  thread.ask('open', wanted).then(
    () => log.info(`${called} is open`, { ms: Math.round(performance.now() - asked) }),
    (error: unknown) => log.error(`${called} cannot be opened`, { error: explain(error) }),
  )
}

function setAside<Opening>({ called, file, onSetAside, log }: DatabaseOptions<Opening>, aside: string | null): void {
  log.warn(`${called} was damaged`, { setAside: aside })
  onSetAside(aside ?? file)
}
