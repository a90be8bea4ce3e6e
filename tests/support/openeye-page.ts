import { WebSocket } from 'ws'

export interface OpenEyeTold {
  readonly rsp?: number
  readonly notify?: number
  readonly result?: number
  readonly description?: string
  readonly param?: Readonly<Record<string, unknown>>
}

/** A page built on OpenEye's H5 SDK, as far as its sockets show (spec/media-and-services.md 4.2, 4.3). */
export async function openOpenEyePage(origin: string, servicePort: number) {
  const told: OpenEyeTold[] = []
  const waiting = new Set<() => void>()
  const open = async (protocol: string) => {
    const socket = new WebSocket(`ws://127.0.0.1:${servicePort}`, protocol, { headers: { origin } })
    socket.on('message', (text) => {
      told.push(JSON.parse(String(text)))
      for (const look of waiting) look()
    })
    await new Promise((resolve, reject) => {
      socket.once('open', resolve)
      socket.once('error', reject)
    })
    return socket
  }
  const login = await open('tup_login_service_protocol')
  const calls = await open('tup_call_service_protocol')
  const ask = (socket: WebSocket) => (cmd: number, description: string, param: object) =>
    socket.send(JSON.stringify({ cmd, description, param }))
  return {
    told,
    login: ask(login),
    calls: ask(calls),
    /** The first word that is like this, now or later. */
    hears: (isLike: (one: OpenEyeTold) => boolean) =>
      new Promise<OpenEyeTold>((resolve) => {
        const look = () => {
          const found = told.find(isLike)
          if (!found) return
          waiting.delete(look)
          resolve(found)
        }
        waiting.add(look)
        look()
      }),
    close: () => {
      login.terminate()
      calls.terminate()
    },
  }
}
