import { EmitterImpl, type Transport, TransportState } from 'sip.js'
import { chooseChallenge } from './digest/challenge.ts'
import { repairNames } from './repair.ts'

/** The slice of a browser's WebSocket that is used; tests give their own. */
export interface Socket {
  onopen: (() => void) | null
  onclose: (() => void) | null
  onmessage: ((event: { readonly data: unknown }) => void) | null
  send(text: string): void
  close(): void
}

export interface TransportOptions {
  readonly openSocket: (url: string) => Socket
  /** Called around the delivery of a challenge (RFC 3261 section 22.1), to have the secret at hand for just that long. */
  readonly onChallenge: (deliver: () => void) => void
  readonly onPong: () => void
  readonly onTraffic: () => void
  readonly log: (text: string) => void
}

/** No SIP message for a phone comes near this; what does is not read. */
const longestMessage = 65_535
const connectMs = 4_000

/**
 * SIP over WebSocket (RFC 7118) as SIP.js asks for it: one socket at a time, to the server of the moment. When to try
 * again, and where, is the connection's business. Nothing is traced.
 */
export class SocketTransport implements Transport {
  server = ''
  onConnect: (() => void) | undefined = undefined
  onDisconnect: ((error?: Error) => void) | undefined = undefined
  onMessage: ((message: string) => void) | undefined = undefined
  readonly protocol = 'WSS'
  readonly stateChange = new EmitterImpl<TransportState>()
  readonly #options: TransportOptions
  #state = TransportState.Disconnected
  #socket: Socket | null = null
  #refuse: ((error: Error) => void) | null = null

  constructor(_logger: unknown, options: TransportOptions) {
    this.#options = options
  }

  get state(): TransportState {
    return this.#state
  }

  isConnected(): boolean {
    return this.#state === TransportState.Connected
  }

  connect(): Promise<void> {
    this.drop(new Error('connecting again'))
    this.#turn(TransportState.Connecting)
    return new Promise((resolve, reject) => {
      this.#refuse = reject
      const socket = this.#options.openSocket(this.server)
      this.#socket = socket
      const late = setTimeout(() => this.#closed(socket, new Error('no connection in time')), connectMs)
      socket.onopen = () => {
        clearTimeout(late)
        if (this.#socket === socket) this.#opened(resolve)
      }
      socket.onclose = () => {
        clearTimeout(late)
        this.#closed(socket, new Error('closed by the server'))
      }
      socket.onmessage = ({ data }) => this.#receive(socket, data)
    })
  }

  disconnect(): Promise<void> {
    this.drop()
    return Promise.resolve()
  }

  dispose(): Promise<void> {
    return this.disconnect()
  }

  /** Gives the socket up without waiting for the other side's close frame, which a dead one never sends. */
  drop(error?: Error): void {
    if (this.#socket !== null) this.#closed(this.#socket, error)
  }

  /** Rejects while there is no connection, as SIP.js expects. */
  send(message: string): Promise<void> {
    if (this.#socket === null || !this.isConnected()) return Promise.reject(new Error('not connected'))
    this.#socket.send(message)
    return Promise.resolve()
  }

  #opened(resolve: () => void): void {
    this.#turn(TransportState.Connected)
    this.onConnect?.()
    resolve()
  }

  #closed(socket: Socket, error?: Error): void {
    if (this.#socket !== socket) return
    const wasConnected = this.isConnected()
    this.#socket = null
    socket.close()
    this.#turn(TransportState.Disconnected)
    this.#refuse?.(error ?? new Error('disconnected'))
    if (wasConnected) this.onDisconnect?.(error)
  }

  #turn(state: TransportState): void {
    this.#state = state
    this.stateChange.emit(state)
  }

  #receive(socket: Socket, data: unknown): void {
    if (this.#socket !== socket) return
    const text = typeof data === 'string' ? data : data instanceof ArrayBuffer ? new TextDecoder().decode(data) : ''
    if (/^[\r\n]+$/.test(text)) this.#options.onPong()
    else {
      this.#options.onTraffic()
      this.#accept(text)
    }
  }

  #accept(text: string): void {
    if (text.length > longestMessage) this.#options.log('a SIP message was too long to be read')
    else if (/^SIP\/2\.0 40[17] /.test(text)) this.#options.onChallenge(() => this.#deliver(chooseChallenge(text)))
    else if (text !== '') this.#deliver(text)
  }

  /** The border to SIP.js: whatever a message makes it throw ends here. */
  #deliver(text: string): void {
    try {
      this.onMessage?.(repairNames(text))
    } catch (error) {
      this.#options.log(`a SIP message could not be handled: ${error instanceof Error ? error.message : 'unknown'}`)
    }
  }
}
