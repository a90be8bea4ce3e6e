import type { Log } from '../../log/log.ts'
import type { GatewayResult } from '../gateway.ts'
import { handshake } from '../operations/session.ts'
import type { Credential } from '../transport/credential.ts'
import type { Patience } from '../transport/insist.ts'
import type { ConnectionListeners, Loss, Transport } from '../transport/transport.ts'
import { createCommandQueue } from './command-queue.ts'
import { type Perform, performOnce, performPatiently } from './perform.ts'

/** One connection with its commands in a row, from when it opens to when it is lost. */
export interface Link {
  /** Beside the row: for signing in and for coming back, when nobody else may ask anything. */
  readonly perform: Perform
  /** In the row. */
  readonly run: Perform
  /** Events come, and the session is kept alive. */
  goLive(): void
  lost(): boolean
  check(): void
  close(): void
}

export interface LinkParts {
  readonly transport: Transport
  readonly credential: Credential
  readonly agentId: string
  readonly log: Log
  readonly now: () => number
  readonly listeners: ConnectionListeners
}

export async function openLink(parts: LinkParts, patience: Patience): Promise<GatewayResult<Link>> {
  const queue = createCommandQueue()
  const life = { lost: false, beats: undefined as NodeJS.Timeout | undefined }
  const stop = () => {
    life.lost = true
    clearInterval(life.beats)
    queue.close()
  }
  const onLost = (loss: Loss) => {
    stop()
    parts.listeners.onLost(loss)
  }
  const listeners = { ...parts.listeners, onLost }
  const opened = await parts.transport.connect({ ...patience, agentId: parts.agentId, listeners })
  if (!opened.ok) return opened

  const connection = opened.value
  const patiently = performPatiently({ ...parts, connection })
  const run: Perform = async (operation) => {
    const result = operation.besideCommands ? patiently(operation) : queue.run(() => patiently(operation))
    return report(parts, await result)
  }
  // Beside the row: a gateway that does not answer handshakes must not keep an `answer` waiting.
  const beat = async () => report(parts, await patiently(handshake()))
  const goLive = () => {
    connection.listen()
    const { handshakeMs } = parts.transport
    if (handshakeMs !== null && !life.lost) life.beats = setInterval(beat, handshakeMs)
  }
  const close = () => {
    stop()
    connection.close()
  }
  const perform = performOnce({ ...parts, connection })
  return { ok: true, value: { perform, run, goLive, lost: () => life.lost, check: connection.check, close } }
}

function report<T>({ listeners }: LinkParts, result: GatewayResult<T>): GatewayResult<T> {
  if (result.ok) listeners.onAccepted()
  else if (result.failure.kind === 'refused') listeners.onRefused(result.failure.retcode)
  return result
}
