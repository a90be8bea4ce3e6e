import type { LineWanted, PictureSignal } from '#contract'

type Wanted = LineWanted['picture']
type Track = MediaStreamTrack | null

export interface LoopbackParts {
  readonly signal: (signal: PictureSignal) => void
  readonly onTrouble: (error: unknown) => void
}

/** One picture's way out, and the stream that its offer puts it in. */
interface Section {
  readonly sender: RTCRtpSender
  readonly streamId: string
  /** What was asked of the sender last, which says so only once it is done. */
  track: Track
}

interface Viewing {
  readonly id: string
  readonly connection: RTCPeerConnection
  readonly far: Section
  readonly self: Section
  round: number
}

/** The agent's own view is a small one. */
const selfScale = 4

/**
 * Shows the desk what this window sees: the far side's picture, and the agent's own. What nobody looks at is not encoded,
 * since its section has no track.
 */
export class Loopback {
  readonly #parts: LoopbackParts
  readonly #far = new Map<string, MediaStreamTrack>()
  #self: { readonly dialogId: string | null; readonly track: Track } = { dialogId: null, track: null }
  #wanted: Wanted = null
  #viewing: Viewing | null = null

  constructor(parts: LoopbackParts) {
    this.#parts = parts
  }

  want(wanted: Wanted): void {
    this.#wanted = wanted
    if (wanted === null) this.#close()
    else if (wanted.viewing !== this.#viewing?.id) this.#begin(wanted.viewing)
    this.#show()
  }

  far(dialogId: string, track: Track): void {
    if (track === null) this.#far.delete(dialogId)
    else this.#far.set(dialogId, track)
    this.#show()
  }

  self(dialogId: string | null, track: Track): void {
    this.#self = { dialogId, track }
    this.#show()
  }

  /** The desk's answer. */
  async answered({ viewing, round, sdp }: PictureSignal): Promise<void> {
    const current = this.#viewing
    if (current?.id !== viewing || current.round !== round) return
    await current.connection.setRemoteDescription({ type: 'answer', sdp })
    scaleDown(current.self.sender).catch(this.#parts.onTrouble)
  }

  #begin(id: string): void {
    this.#close()
    const connection = new RTCPeerConnection({ bundlePolicy: 'max-bundle' })
    const viewing: Viewing = { id, connection, far: section(connection), self: section(connection), round: 0 }
    this.#viewing = viewing
    connection.onconnectionstatechange = () => {
      // The network of this machine changed under it.
      if (connection.connectionState === 'failed') this.#offer(viewing, true).catch(this.#parts.onTrouble)
    }
    this.#offer(viewing, false).catch(this.#parts.onTrouble)
  }

  async #offer(viewing: Viewing, again: boolean): Promise<void> {
    const { connection, id } = viewing
    if (again) connection.restartIce()
    viewing.round += 1
    await connection.setLocalDescription()
    await gathered(connection)
    const described = connection.localDescription?.sdp
    if (this.#viewing !== viewing || described === undefined) return
    this.#parts.signal({ viewing: id, round: viewing.round, sdp: named(described, viewing) })
  }

  #show(): void {
    const wanted = this.#wanted
    const viewing = this.#viewing
    if (wanted === null || viewing === null) return
    const theirs = wanted.dialogId === null ? undefined : this.#far.get(wanted.dialogId)
    put(viewing.far, wanted.far ? (theirs ?? null) : null, this.#parts.onTrouble)
    const own = this.#self.dialogId === wanted.dialogId ? this.#self.track : null
    put(viewing.self, wanted.self ? own : null, this.#parts.onTrouble)
  }

  #close(): void {
    this.#viewing?.connection.close()
    this.#viewing = null
  }
}

function section(connection: RTCPeerConnection): Section {
  const stream = new MediaStream()
  const { sender } = connection.addTransceiver('video', { direction: 'sendonly', streams: [stream] })
  return { sender, streamId: stream.id, track: null }
}

/** A page cannot name its streams; the desk is to know them by name. */
function named(sdp: string, { far, self }: Viewing): string {
  return sdp.replaceAll(far.streamId, 'far').replaceAll(self.streamId, 'self')
}

function put(section: Section, track: Track, onTrouble: (error: unknown) => void): void {
  if (section.track === track) return
  section.track = track
  section.sender.replaceTrack(track).catch(onTrouble)
}

/** Without a STUN server that takes some milliseconds. */
function gathered(connection: RTCPeerConnection): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (connection.iceGatheringState !== 'complete') return
      connection.removeEventListener('icegatheringstatechange', look)
      resolve()
    }
    connection.addEventListener('icegatheringstatechange', look)
    look()
  })
}

async function scaleDown(sender: RTCRtpSender): Promise<void> {
  const parameters = sender.getParameters()
  for (const encoding of parameters.encodings) encoding.scaleResolutionDownBy = selfScale
  await sender.setParameters(parameters)
}
