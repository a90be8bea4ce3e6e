import type { GatewayResult } from '../gateway.ts'
import { type Link, openLink } from '../link/link.ts'
import type { Patience } from '../transport/insist.ts'
import type { Loss } from '../transport/transport.ts'
import { recover } from './recovery.ts'
import { type Resumed, resume } from './resume.ts'
import { end, isOver, type Running } from './running.ts'

export const firstPatience: Patience = { againMs: null, timeoutMs: 10_000 }

/** Early in an outage the network may be back any moment; later the server may merely be slow. */
const earlyMs = 30_000

function patienceFor(running: Running): Patience {
  const early = running.now() - running.lostAt < earlyMs
  return { againMs: early ? 700 : 2_000, timeoutMs: 5_000 }
}

/** A link that is lost this soon after coming back belongs to the same outage. */
const settledAfterMs = 5_000

/** Within this time of a connection the server closed, a refusal says that it meant it (resume.ts). */
const sentAwayMs = 60_000

export async function connect(running: Running, patience: Patience): Promise<GatewayResult<Link>> {
  let own: Link | null = null
  const { transport, identity, log, now, intake, verdict } = running
  const opened = await openLink(
    {
      transport,
      log,
      now,
      credential: identity.credential,
      agentId: identity.input.workNumber,
      listeners: {
        onEvents: intake.take,
        onAccepted: verdict.accepted,
        onRefused: verdict.refused,
        onLost: (loss) => {
          if (own && running.link === own) lost(running, loss)
        },
      },
    },
    patience,
  )
  if (opened.ok) own = opened.value
  running.fresh = own
  if (own && isOver(running)) own.close()
  return opened
}

/** From now on this is the link that works. */
export function goIn(running: Running, link: Link): void {
  running.fresh = null
  running.link = link
  running.phase = 'in'
  running.backAt = running.now()
  running.verdict.accepted()
  running.listeners.onLink({ status: 'connected' })
  tellChat(running)
  if (link.lost()) lost(running, 'broken')
}

/** Once for each sign-in. */
function tellChat({ identity, listeners }: Running): void {
  if (identity.chat !== undefined) listeners.onChat?.(identity.chat)
  identity.chat = undefined
}

export function lost(running: Running, loss: Loss): void {
  running.link?.close()
  running.link = null
  if (running.phase !== 'in' || running.verdict.connectionLost()) return

  const outageGoesOn = running.lostAt > 0 && running.now() - running.backAt < settledAfterMs
  if (!outageGoesOn) running.lostAt = running.now()
  running.phase = 'recovering'
  running.intake.hold()
  running.log.warn('Connection to the gateway lost', { loss })
  recoverFrom(running, loss, outageGoesOn ? 2 : 1).catch((error: unknown) => {
    running.log.error('Reconnection failed', { error: error instanceof Error ? error.message : 'unknown' })
    end(running, 'connection-lost')
  })
}

function recoverFrom(running: Running, loss: Loss, firstAttempt: number): Promise<void> {
  const { now, random, addresses, waker, lostAt: since } = running
  return recover({
    firstAttempt,
    since,
    now,
    random,
    addresses,
    waker,
    isOver: () => isOver(running),
    onAttempt: (attempt) => running.listeners.onLink({ status: 'reconnecting', since, attempt }),
    attempt: () => tryAgain(running, loss),
  })
}

async function tryAgain(running: Running, loss: Loss): Promise<'done' | 'again'> {
  const opened = await connect(running, patienceFor(running))
  if (!opened.ok) return 'again'
  const link = opened.value
  const sentAway = loss === 'closed' && running.now() - running.lostAt < sentAwayMs
  const resumed = await resume(link, running.identity, sentAway)
  if (isOver(running)) return 'done'
  if (resumed.kind === 'back' && !link.lost()) return goBackIn(running, link, resumed)

  link.close()
  running.fresh = null
  if (resumed.kind === 'ended') end(running, resumed.why)
  return resumed.kind === 'ended' ? 'done' : 'again'
}

function goBackIn(running: Running, link: Link, { present }: Extract<Resumed, { kind: 'back' }>): 'done' {
  goIn(running, link)
  running.log.info('Gateway session back', { ms: running.now() - running.lostAt })
  running.listeners.onPresent(present)
  running.intake.release()
  return 'done'
}
