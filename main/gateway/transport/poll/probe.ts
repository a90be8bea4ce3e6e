import http from 'node:http'
import https from 'node:https'
import type { GatewayResult } from '../../gateway.ts'
import type { Sockets } from '../sockets.ts'
import { failureOf } from '../trust.ts'

/** Whether there is anybody: any answer at all, a 404 as well. The sockets that reached it are kept. */
export function probe(url: string, sockets: Sockets, given: AbortSignal): Promise<GatewayResult<Sockets>> {
  const { request } = url.startsWith('http:') ? http : https
  return new Promise((resolve) => {
    const call = request(url, { agent: sockets.agent })
    const drop = () => {
      call.destroy()
      sockets.destroy()
    }
    call.once('response', (response) => {
      response.resume()
      resolve({ ok: true, value: sockets })
    })
    call.on('error', (error) => {
      resolve({ ok: false, failure: failureOf(error, false) })
      sockets.destroy()
    })
    given.addEventListener('abort', drop)
    call.end()
  })
}
