import { request } from 'node:https'
import type { Centre } from '#simulator/centre.ts'

export interface FabricAnswer {
  readonly status: number
  readonly type: string
  readonly body: Buffer
  readonly json: () => Record<string, unknown>
}

/** One request to API Fabric's address, with its certificate checked. */
export function askFabric(
  centre: Centre,
  path: string,
  { method = 'POST', headers = {}, body }: { method?: string; headers?: Record<string, string>; body?: unknown },
): Promise<FabricAnswer> {
  const url = new URL(path, centre.mediaCache.url)
  return new Promise((resolve, reject) => {
    const asked = request(url, { method, ca: centre.ca, headers: { 'Content-Type': 'application/json', ...headers } })
    asked.once('error', reject)
    asked.once('response', (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.once('error', reject)
      response.once('end', () => {
        const whole = Buffer.concat(chunks)
        resolve({
          status: response.statusCode ?? 0,
          type: response.headers['content-type'] ?? '',
          body: whole,
          json: () => JSON.parse(whole.toString('utf8')),
        })
      })
    })
    asked.end(body === undefined ? undefined : JSON.stringify(body))
  })
}
