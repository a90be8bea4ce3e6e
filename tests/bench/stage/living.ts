import type { CDPSession, Page } from '@playwright/test'
import { z } from 'zod'

/** What lives in the phone window: tracks that still run, connections that are not closed, and all there is of both. */
export interface Living {
  readonly tracks: number
  readonly connections: number
  readonly objects: number
}

const answer = z.object({ result: z.object({ objectId: z.string().optional(), value: z.unknown().optional() }) })
const found = z.object({ objects: z.object({ objectId: z.string() }) })

/** Asked of the heap itself, which is collected for the question (Chrome DevTools Protocol, `Runtime.queryObjects`). */
export async function livingIn(page: Page): Promise<Living> {
  const session = await page.context().newCDPSession(page)
  try {
    const tracks = await count(session, 'MediaStreamTrack', 'this.filter((one) => one.readyState === "live").length')
    const open = 'this.filter((one) => one.signalingState !== "closed").length'
    const connections = await count(session, 'RTCPeerConnection', open)
    const objects =
      (await count(session, 'MediaStreamTrack', 'this.length')) +
      (await count(session, 'RTCPeerConnection', 'this.length'))
    return { tracks, connections, objects }
  } finally {
    await session.detach()
  }
}

/** Milliseconds that sound has waited in the jitter buffer of the connected call, on average since it began. */
export async function jitterBufferMs(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page)
  try {
    const ask = `async function () {
      const connected = this.find((one) => one.connectionState === 'connected')
      const reports = [...(await connected.getStats()).values()]
      const { jitterBufferDelay, jitterBufferEmittedCount } = reports.find(({ type }) => type === 'inbound-rtp')
      return 1_000 * jitterBufferDelay / jitterBufferEmittedCount
    }`
    return await askAll(session, 'RTCPeerConnection', ask)
  } finally {
    await session.detach()
  }
}

function count(session: CDPSession, type: string, what: string): Promise<number> {
  return askAll(session, type, `function () { return ${what} }`)
}

/** Calls a function in the page with all objects of a type as its `this`. */
async function askAll(session: CDPSession, type: string, functionDeclaration: string): Promise<number> {
  const objectGroup = 'living'
  const evaluated = await session.send('Runtime.evaluate', { expression: `${type}.prototype`, objectGroup })
  const prototypeObjectId = answer.parse(evaluated).result.objectId ?? ''
  const { objects } = found.parse(await session.send('Runtime.queryObjects', { prototypeObjectId, objectGroup }))
  const call = { objectId: objects.objectId, functionDeclaration, returnByValue: true, awaitPromise: true }
  const answered = await session.send('Runtime.callFunctionOn', call)
  await session.send('Runtime.releaseObjectGroup', { objectGroup })
  return z.number().parse(answer.parse(answered).result.value)
}

export async function collectGarbage(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('HeapProfiler.collectGarbage')
  await session.detach()
}
