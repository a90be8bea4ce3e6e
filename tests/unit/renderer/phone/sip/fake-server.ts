import type { Socket } from '#renderer/phone/sip/connection/transport.ts'

/** A message the phone sent, in the parts that tests look at. */
export interface Sent {
  readonly text: string
  /** `REGISTER`, or `180` of a response. */
  readonly what: string
  header(name: string): string
}

function readSent(text: string): Sent {
  const [first = ''] = text.split('\r\n')
  const what = (first.startsWith('SIP/2.0 ') ? first.split(' ')[1] : first.split(' ')[0]) ?? ''
  const header = (name: string) => new RegExp(`^${name}: (.*)$`, 'im').exec(text)?.[1]?.trim() ?? ''
  return { text, what, header }
}

const crlf = '\r\n'

/** One socket to the server: what the phone sent over it, and a way to speak. */
export interface FakeSocket {
  readonly url: string
  readonly sent: Sent[]
  readonly state: { open: boolean; pings: number }
  say(text: string): void
  /** The server closes, or the network does. */
  drop(): void
}

/** A SIP server that answers only what it is told to; sockets open at once unless it is down. */
export class FakeServer {
  readonly sockets: FakeSocket[] = []
  /** Servers that cannot be reached. */
  readonly down = new Set<string>()
  pongs = true
  /** How REGISTER is answered; null swallows it. */
  onRegister: (request: Sent) => string | null = (request) => answer(request, '200 OK', this.granted(request))

  readonly open = (url: string): Socket => {
    const socket: Socket = {
      onopen: null,
      onclose: null,
      onmessage: null,
      send: () => undefined,
      close: () => undefined,
    }
    const state = { open: false, pings: 0 }
    const sent: Sent[] = []
    const fake: FakeSocket = {
      url,
      sent,
      state,
      say: (text) => socket.onmessage?.({ data: text }),
      drop: () => {
        state.open = false
        socket.onclose?.()
      },
    }
    socket.send = (text) => queueMicrotask(() => this.#receive(fake, text))
    socket.close = () => {
      state.open = false
    }
    this.sockets.push(fake)
    queueMicrotask(() => this.#answerCall(fake, socket))
    return socket
  }

  get socket(): FakeSocket {
    const socket = this.sockets.at(-1)
    if (socket === undefined) throw new Error('the phone has not connected')
    return socket
  }

  /** Everything sent over any socket, by what it is. */
  sent(what: string): Sent[] {
    return this.sockets.flatMap(({ sent }) => sent).filter((message) => message.what === what)
  }

  granted(request: Sent, seconds = 300): readonly string[] {
    const contact = request.header('Contact').replace(/expires=\d+/, `expires=${seconds}`)
    return request.header('Contact').includes('expires=0') ? [] : [`Contact: ${contact}`]
  }

  #answerCall(fake: FakeSocket, socket: Socket): void {
    if (this.down.has(fake.url)) fake.drop()
    else {
      fake.state.open = true
      socket.onopen?.()
    }
  }

  #receive(fake: FakeSocket, text: string): void {
    if (!fake.state.open) return
    if (text.trim() === '') this.#pong(fake)
    else this.#note(fake, text)
  }

  #note(fake: FakeSocket, text: string): void {
    const sent = readSent(text)
    fake.sent.push(sent)
    const response = sent.what === 'REGISTER' ? this.onRegister(sent) : null
    if (response !== null) fake.say(response)
  }

  #pong(fake: FakeSocket): void {
    fake.state.pings += 1
    if (this.pongs) fake.say(crlf)
  }
}

/** A response to one of the phone's requests. */
export function answer(request: Sent, status: string, headers: readonly string[] = [], body = ''): string {
  const to = request.header('To')
  return [
    `SIP/2.0 ${status}`,
    `Via: ${request.header('Via')}`,
    `From: ${request.header('From')}`,
    `To: ${to.includes('tag=') || status.startsWith('100') ? to : `${to};tag=server`}`,
    `Call-ID: ${request.header('Call-ID')}`,
    `CSeq: ${request.header('CSeq')}`,
    ...headers,
    ...(body === '' ? [] : ['Content-Type: application/sdp']),
    `Content-Length: ${body.length}`,
    '',
    body,
  ].join(crlf)
}

export const challenge = ['WWW-Authenticate: Digest realm="sip.example", nonce="abc", qop="auth"']

export interface Request {
  readonly method: string
  readonly callId?: string
  readonly branch?: string
  readonly toTag?: string
  readonly cseq?: number
  readonly from?: string
  readonly headers?: readonly string[]
  readonly body?: string
}

/** A request of the far side to the phone. */
export function request(given: Request): string {
  const { method, callId = 'call-1', branch = `z9hG4bK${callId}`, toTag, cseq = 1, body = '' } = given
  return [
    `${method} sip:67470002@sip.example SIP/2.0`,
    `Via: SIP/2.0/WSS sip.example;branch=${branch}`,
    'Max-Forwards: 70',
    `From: ${given.from ?? '"Alice" <sip:13800001111@sip.example>'};tag=far`,
    `To: <sip:67470002@sip.example>${toTag === undefined ? '' : `;tag=${toTag}`}`,
    `Call-ID: ${callId}`,
    `CSeq: ${cseq} ${method}`,
    'Contact: <sip:server@sip.example;transport=ws>',
    ...(given.headers ?? []),
    ...(body === '' ? [] : ['Content-Type: application/sdp']),
    `Content-Length: ${body.length}`,
    '',
    body,
  ].join(crlf)
}
