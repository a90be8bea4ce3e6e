import type { ConnectionListeners, Loss } from '#main/gateway/transport/transport.ts'

export interface HeardTransport {
  readonly events: unknown[]
  readonly refused: string[]
  readonly lost: Promise<Loss>
  accepted: number
  readonly listeners: ConnectionListeners
  /** Resolves with the next so many events. */
  until(count: number): Promise<readonly unknown[]>
}

/** Remembers what a connection tells, and lets a test wait for it. */
export function hearTransport(): HeardTransport {
  const waiting = new Set<() => void>()
  let lose: (loss: Loss) => void = () => undefined
  const lost = new Promise<Loss>((resolve) => {
    lose = resolve
  })
  const heard: HeardTransport = {
    events: [],
    refused: [],
    lost,
    accepted: 0,
    until: (count) =>
      new Promise((resolve) => {
        const look = () => {
          if (heard.events.length < count) return
          waiting.delete(look)
          resolve(heard.events)
        }
        waiting.add(look)
        look()
      }),
    listeners: {
      onEvents: (events) => {
        heard.events.push(...events)
        for (const look of [...waiting]) look()
      },
      onAccepted: () => {
        heard.accepted += 1
      },
      onRefused: (retcode) => heard.refused.push(retcode),
      onLost: lose,
    },
  }
  return heard
}
