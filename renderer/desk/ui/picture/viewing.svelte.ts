import type { PictureSignal, PictureWant } from '#contract'
import type { DeskBridge } from '../../bridge.ts'

/** What is looked at; the viewing's own name is added here. */
export type Look = Omit<PictureWant, 'viewing'>

type Peer = Pick<
  RTCPeerConnection,
  | 'setRemoteDescription'
  | 'setLocalDescription'
  | 'localDescription'
  | 'iceGatheringState'
  | 'addEventListener'
  | 'removeEventListener'
  | 'close'
>

interface Ground {
  readonly connect: () => Peer
  readonly newName: () => string
}

/** Receives and never sends: nothing of this page is ever captured, so no server and no permission is needed. */
const browser: Ground = { connect: () => new RTCPeerConnection(), newName: () => crypto.randomUUID() }

/** The pictures of a call, or of the camera, as the phone window shows them to this page. */
export class Viewing {
  readonly #bridge: DeskBridge
  readonly #ground: Ground
  #far = $state.raw<MediaStream | null>(null)
  #self = $state.raw<MediaStream | null>(null)
  #name: string | null = null
  #callId: string | null = null
  #peer: Peer | null = null
  #round = -1
  /** One offer after the other. */
  #last: Promise<void> = Promise.resolve()

  constructor(bridge: DeskBridge, ground: Ground = browser) {
    this.#bridge = bridge
    this.#ground = ground
  }

  get far(): MediaStream | null {
    return this.#far
  }

  get self(): MediaStream | null {
    return this.#self
  }

  /** For `{@attach}`: looked at while the element is there, in a window that is not hidden. */
  look(what: () => Look): (element: HTMLElement) => () => void {
    return ({ ownerDocument }) => {
      const unsubscribe = this.#bridge.subscribe('picture.fromPhone', (signal) => this.#take(signal))
      let hidden = $state(ownerDocument.hidden)
      const look = () => {
        hidden = ownerDocument.hidden
      }
      ownerDocument.addEventListener('visibilitychange', look)
      // What is wished for is told outside; another wish for the same call is the same viewing.
      $effect(() => (hidden ? this.#stop() : this.#wish(what())))
      return () => {
        ownerDocument.removeEventListener('visibilitychange', look)
        unsubscribe()
        this.#stop()
      }
    }
  }

  #wish(what: Look): void {
    if (this.#name === null || this.#callId !== what.callId) this.#drop()
    this.#name ??= this.#ground.newName()
    this.#callId = what.callId
    void this.#bridge.request('picture.want', { ...what, viewing: this.#name })
  }

  #stop(): void {
    if (this.#name === null) return
    this.#drop()
    void this.#bridge.request('picture.want', null)
  }

  #drop(): void {
    this.#name = null
    this.#disconnect()
  }

  #disconnect(): void {
    this.#peer?.close()
    this.#peer = null
    this.#round = -1
    this.#far = null
    this.#self = null
  }

  #take(signal: PictureSignal): void {
    if (signal.viewing !== this.#name) return
    this.#last = this.#last.then(() => this.#answer(signal)).catch((error) => this.#fail(error))
  }

  async #answer({ viewing, round, sdp }: PictureSignal): Promise<void> {
    if (viewing !== this.#name) return
    // Counted from the beginning again: the phone window is another one, and so is its end of the connection.
    if (round <= this.#round) this.#disconnect()
    const peer = this.#peer ?? this.#connect()
    this.#round = round
    await peer.setRemoteDescription({ type: 'offer', sdp })
    await peer.setLocalDescription()
    await gathered(peer)
    const answer = peer.localDescription?.sdp
    if (answer !== undefined && viewing === this.#name)
      await this.#bridge.request('picture.toPhone', { viewing, round, sdp: answer })
  }

  #connect(): Peer {
    const peer = this.#ground.connect()
    peer.addEventListener('track', ({ streams, track }) => {
      const [stream] = streams
      if (peer !== this.#peer || !stream) return
      const gone = () => this.#show(stream.id, null)
      this.#show(stream.id, stream)
      track.addEventListener('ended', gone)
      stream.addEventListener('removetrack', gone)
    })
    this.#peer = peer
    return peer
  }

  #show(id: string, stream: MediaStream | null): void {
    if (id === 'far') this.#far = stream
    if (id === 'self') this.#self = stream
  }

  /** The next offer begins anew; until it comes there is no picture, and the call goes on. */
  #fail(error: unknown): void {
    this.#disconnect()
    reportError(error)
  }
}

/** Nothing is trickled: an answer is sent whole. */
function gathered(peer: Peer): Promise<void> {
  if (peer.iceGatheringState === 'complete') return Promise.resolve()
  return new Promise((resolve) => {
    const look = () => {
      if (peer.iceGatheringState !== 'complete') return
      peer.removeEventListener('icegatheringstatechange', look)
      resolve()
    }
    peer.addEventListener('icegatheringstatechange', look)
  })
}
