import { epochNow } from '../../simulator/voice/epoch-now.ts'
import type { Limit } from '../metric.ts'
import type { Stage } from '../stage/stage.ts'
import { pause } from '../stage/workplace.ts'
import { serveSocket } from './socket-server.ts'

/** Apart enough that none waits for the frame of the one before. */
const apartMs = 50

export async function socketAndFrame(stage: Stage, count: number): Promise<Limit> {
  const server = await serveSocket(stage)
  const bare = await stage.bare([{ name: 'frame', page: 'frame.html', show: true }])
  await bare.evaluate('frame', `connect('${server.url}')`)
  const link = await server.connected
  const values: number[] = []
  for (let index = 0; index < count; index++) {
    await pause(apartMs)
    const sentAt = epochNow()
    link.send(`call ${index}`)
    values.push(Number((await link.next()).text) - sentAt)
  }
  await bare.close()
  return { what: 'one WebSocket hop, one painted frame', values }
}

export async function ipcAndSocket(stage: Stage, count: number): Promise<Limit> {
  const server = await serveSocket(stage)
  const bare = await stage.bare([{ name: 'page', page: 'empty.html', show: true }], { BARE_URL: server.url })
  const link = await server.connected
  const values: number[] = []
  for (let index = 0; index < count; index++) {
    await pause(apartMs)
    await bare.evaluate('page', 'hop(String(performance.timeOrigin + performance.now()))')
    const { text, at } = await link.next()
    values.push(at - Number(text))
  }
  await bare.close()
  return { what: 'one IPC hop, one WebSocket hop', values }
}
