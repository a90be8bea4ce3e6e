import { type Envelope, parseEnvelope } from './envelope.ts'

/** One request as the WebSocket carries it. */
export interface RequestFrame {
  readonly id: string
  readonly method: string
  readonly path: string
  readonly guid: string | null
  readonly body?: unknown
}

/** How requests and envelopes are written on the socket; a site whose gateway speaks otherwise gets another one. */
export interface FrameCodec {
  encode(request: RequestFrame): string
  /** Null for what this protocol does not have. */
  decode(frame: string): Envelope | null
}

/** Huawei does not publish its frames; this is the contract of spec/ccgateway.md 5.3 (inferred). */
export const frameCodec: FrameCodec = {
  encode: ({ id, method, path, guid, body }) =>
    JSON.stringify({ id, method, path, ...(guid && { headers: { guid } }), ...(body !== undefined && { body }) }),
  decode: parseEnvelope,
}
