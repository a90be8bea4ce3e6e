import type { App } from 'electron'
import { explain } from '../log/explain.ts'
import type { Log } from '../log/log.ts'

export interface QuitParts {
  readonly app: Pick<App, 'exit'> & {
    on(event: 'before-quit', listener: (event: { preventDefault(): void }) => void): unknown
  }
  /** Or a chat is open: somebody would be left in the middle of a word. */
  readonly callIsUp: () => boolean
  /** The desk asks, in front; false takes the question back. */
  readonly askInDesk: (asking: boolean) => void
  /** Signs out and unregisters. */
  readonly beforeExit: () => Promise<void>
  readonly log: Log
}

export interface Quit {
  /** As chosen in a menu. */
  request(): void
  /** The answer to the question in the desk. */
  answer(confirmed: boolean): void
  /** The call that is asked about may be over, and the question with it. */
  callsChanged(): void
  /** Without asking: the machine is shutting down. */
  leave(): void
  isQuitting(): boolean
}

const leaveWithinMs = 3_000

/** Every way out goes through here: a call is asked about first, and the platform is told before the process ends. */
export function createQuit(parts: QuitParts): Quit {
  const { app, callIsUp } = parts
  let leaving = false
  let asking = false
  const ask = (on: boolean) => {
    asking = on
    parts.askInDesk(on)
  }
  const leave = () => {
    if (leaving) return
    leaving = true
    void signOutWithin(leaveWithinMs, parts).then(() => app.exit(0))
  }
  const request = () => {
    if (callIsUp() && !leaving) ask(true)
    else leave()
  }
  app.on('before-quit', (event) => {
    event.preventDefault()
    request()
  })
  return {
    request,
    answer: (confirmed) => {
      ask(false)
      if (confirmed) leave()
    },
    callsChanged: () => {
      if (asking && !callIsUp()) ask(false)
    },
    leave,
    isQuitting: () => leaving,
  }
}

/** A server that does not answer must not keep the agent from going home. */
async function signOutWithin(ms: number, { beforeExit, log }: QuitParts): Promise<void> {
  const late = new Promise<void>((resolve) => setTimeout(resolve, ms))
  const done = beforeExit().catch((error: unknown) => log.error('leaving failed', { error: explain(error) }))
  await Promise.race([done, late])
}
