import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { decodeMessage, encodeMessage, type Message, messageLength } from './message.ts'

/** What a method of ours answers; `signature` empty for nothing. */
export interface Answer {
  readonly signature: string
  readonly body: readonly unknown[]
}

export interface Call {
  readonly destination: string
  readonly path: string
  readonly interface: string
  readonly member: string
  readonly signature?: string
  readonly body?: readonly unknown[]
}

/** One connection to a message bus. */
export interface Bus {
  /** Our unique name, such as `:1.4`. */
  readonly name: string
  call(call: Call): Promise<readonly unknown[]>
  signal(signal: Omit<Call, 'destination'>): void
  /** Answers every call made to us; null means there is no such method. Until then calls are only listened to. */
  answer(respond: (call: Message) => Answer | null): void
  /** Hears every message the bus sends us besides answers to our own calls. */
  listen(listener: (message: Message) => void): void
  close(): void
}

const CALL_TIMEOUT_MS = 10_000

/** `address` as `dbus-daemon --print-address` writes it. */
export async function connectBus(address: string): Promise<Bus> {
  const path = /unix:path=([^,;]+)/.exec(address)?.[1]
  if (path === undefined) throw new Error(`not a unix:path address: ${address}`)
  const socket = connect(path)
  await once(socket, 'connect')
  const early = await authenticate(socket)
  const link = openLink(socket, early)
  const [name] = await link.call({ ...BUS_DRIVER, member: 'Hello' })
  return { ...link, name: String(name) }
}

export const BUS_DRIVER = {
  destination: 'org.freedesktop.DBus',
  path: '/org/freedesktop/DBus',
  interface: 'org.freedesktop.DBus',
} as const

/** D-Bus Specification, "Authentication Protocol", mechanism EXTERNAL: the socket's owner is who we are. */
async function authenticate(socket: Socket): Promise<Buffer> {
  const user = Buffer.from(String(process.getuid?.() ?? 0)).toString('hex')
  socket.write(`\0AUTH EXTERNAL ${user}\r\n`)
  const [answer]: Buffer[] = await once(socket, 'data')
  if (answer === undefined || !answer.toString().startsWith('OK ')) throw new Error(`bus refused us: ${answer}`)
  socket.write('BEGIN\r\n')
  return answer.subarray(answer.indexOf('\r\n') + 2)
}

interface Waiting {
  resolve(body: readonly unknown[]): void
  reject(error: Error): void
}

type Link = Omit<Bus, 'name'>

function openLink(socket: Socket, early: Buffer): Link {
  const waiting = new Map<number, Waiting>()
  const listeners: ((message: Message) => void)[] = []
  let respond: ((call: Message) => Answer | null) | undefined
  let lastSerial = 0

  const send = (message: Omit<Message, 'serial'>): number => {
    lastSerial += 1
    if (socket.writable) socket.write(encodeMessage({ ...message, serial: lastSerial }))
    return lastSerial
  }
  const receive = (message: Message): void => {
    const caller = message.replyTo === undefined ? undefined : waiting.get(message.replyTo)
    if (message.replyTo !== undefined && caller !== undefined) {
      waiting.delete(message.replyTo)
      settle(caller, message)
      return
    }
    for (const listener of listeners) listener(message)
    if (message.kind === 'call' && respond !== undefined) send(replyTo(message, respond(message)))
  }

  splitMessages(socket, early, receive)
  socket.on('close', () => {
    for (const caller of waiting.values()) caller.reject(new Error('the bus is gone'))
    waiting.clear()
  })
  socket.on('error', (error) => socket.destroy(error))

  return {
    call: (call) => awaitAnswer(call, send({ kind: 'call', signature: '', body: [], ...call }), waiting),
    signal: (signal) => void send({ kind: 'signal', body: [], ...signal }),
    answer: (next) => {
      respond = next
    },
    listen: (listener) => void listeners.push(listener),
    close: () => void socket.destroy(),
  }
}

function splitMessages(socket: Socket, early: Buffer, receive: (message: Message) => void): void {
  let pending = early
  socket.on('data', (chunk) => {
    pending = Buffer.concat([pending, chunk])
    for (let length = messageLength(pending); length !== null; length = messageLength(pending)) {
      const message = decodeMessage(pending.subarray(0, length))
      pending = pending.subarray(length)
      receive(message)
    }
  })
}

function settle(caller: Waiting, message: Message): void {
  if (message.kind === 'return') caller.resolve(message.body)
  else caller.reject(new Error(`${message.errorName}: ${message.body[0] ?? ''}`))
}

function awaitAnswer(call: Call, serial: number, waiting: Map<number, Waiting>): Promise<readonly unknown[]> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      waiting.delete(serial)
      reject(new Error(`${call.destination} did not answer ${call.interface}.${call.member}`))
    }, CALL_TIMEOUT_MS)
    const settled = <T>(then: (value: T) => void) => {
      return (value: T) => {
        clearTimeout(timer)
        then(value)
      }
    }
    waiting.set(serial, { resolve: settled(resolve), reject: settled(reject) })
  })
}

function replyTo(call: Message, answer: Answer | null): Omit<Message, 'serial'> {
  const to = { replyTo: call.serial, ...(call.sender === undefined ? {} : { destination: call.sender }) }
  if (answer !== null) return { kind: 'return', ...to, ...answer }
  const errorName = 'org.freedesktop.DBus.Error.UnknownMethod'
  return { kind: 'error', ...to, errorName, signature: 's', body: [`no ${call.interface}.${call.member} here`] }
}
