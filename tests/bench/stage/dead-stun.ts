import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { readFile, writeFile } from 'node:fs/promises'
import { z } from 'zod'
import type { Centre } from '../../simulator/centre.ts'
import type { Stage } from './stage.ts'

/** A STUN server that hears every question and answers none. */
export interface DeadStun {
  readonly url: string
  readonly asked: () => number
}

export async function openDeadStun(stage: Stage): Promise<DeadStun> {
  const socket = createSocket('udp4')
  let asked = 0
  socket.on('message', () => {
    asked += 1
  })
  socket.bind(0, '127.0.0.1')
  await once(socket, 'listening')
  stage.keep({ close: () => new Promise((resolve) => socket.close(() => resolve())) })
  return { url: `stun:127.0.0.1:${socket.address().port}`, asked: () => asked }
}

const profile = z.looseObject({ sip: z.looseObject({}) })

/** The centre's own profile with this server in it; gives the file. */
export async function writeProfileWith(stage: Stage, centre: Centre, stun: DeadStun): Promise<string> {
  const path = await centre.writeProfile(stage.desktop.folder)
  const { sip, ...rest } = profile.parse(JSON.parse(await readFile(path, 'utf8')))
  await writeFile(path, JSON.stringify({ ...rest, sip: { ...sip, iceServers: [{ urls: stun.url }] } }))
  return path
}
