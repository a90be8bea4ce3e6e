import { request } from 'node:http'
import { afterEach, vi } from 'vitest'
import { WebSocket } from 'ws'
import type { Call, ProgramScope } from '#contract'
import { createLocal, type Local } from '#main/doors/local/local.ts'
import { createPrograms, type KeptProgram } from '#main/doors/local/programs.ts'
import type { Seen } from '#main/doors/local/told.ts'
import { signedInAgent } from '#support/agent.ts'

export const ALL: readonly ProgramScope[] = ['read', 'dial', 'calls', 'agent']
export const CRM = 'https://crm.example.com'
const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined }
export const call: Call = {
  ...{ id: 'call-1', direction: 'incoming', number: '13800138000', part: 'main', startedAt: 1, parties: [] },
  phase: { name: 'ringing', since: 1 },
  verbs: ['answer', 'decline'],
}

const open: Local[] = []
afterEach(() => {
  for (const one of open.splice(0)) one.listen(null)
})

export async function listen() {
  let kept: readonly KeptProgram[] = []
  let seen: Seen = { agent: signedInAgent({ workNumber: '6001' }), calls: { list: [call], missed: [] } }
  let time = 1_000_000
  const programs = createPrograms(
    {
      current: () => ({ programs: kept }),
      change: (patch) => {
        kept = patch.programs
      },
    },
    () => time,
  )
  const acts = {
    seen: () => seen,
    dial: vi.fn(() => Promise.resolve({ ok: true } as const)),
    onCall: vi.fn(() => Promise.resolve({ ok: true } as const)),
    goTo: vi.fn(() => Promise.resolve({ ok: false, reason: 'refused', retcode: '100-014' } as const)),
  }
  const local = createLocal({ programs, acts, log: quiet, now: () => time, onChange: () => undefined })
  open.push(local)
  local.listen(0)
  const port = await vi.waitFor(() => local.status().port ?? Promise.reject(new Error('it does not listen')))
  const token = (scopes: readonly ProgramScope[] = ALL, origins: readonly string[] = []) =>
    programs.add({ name: 'CRM', scopes, origins })?.token ?? ''
  const becomes = (next: Partial<Seen>) => {
    seen = { ...seen, ...next }
    local.changed()
  }
  const wait = (ms: number) => {
    time += ms
  }
  return { port, local, programs, acts, token, becomes, wait, kept: () => kept }
}

export interface Asked {
  readonly method?: string
  readonly path: string
  readonly token?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

/** As any program would, with every header in its own hands. */
export function ask(port: number, { method = 'GET', path, token, headers, body }: Asked) {
  return new Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; body: unknown }>((resolve, reject) => {
    const sent = request(
      {
        ...{ host: '127.0.0.1', port, method, path, agent: false },
        headers: {
          ...(token !== undefined && { authorization: `Bearer ${token}` }),
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...headers,
        },
      },
      (response) => {
        let text = ''
        response.setEncoding('utf8').on('data', (chunk) => {
          text += chunk
        })
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: text === '' ? null : JSON.parse(text),
          }),
        )
      },
    )
    sent.on('error', reject)
    sent.end(body)
  })
}

export function socketOf(port: number, protocols: string[], headers: Record<string, string> = {}) {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/v1/events`, protocols, { headers })
  const told: unknown[] = []
  const opened = new Promise<number>((resolve) => {
    socket.on('open', () => resolve(101))
    socket.on('unexpected-response', (_, response) => resolve(response.statusCode ?? 0))
  })
  const closed = new Promise<void>((resolve) => void socket.on('close', () => resolve()))
  socket.on('message', (text) => told.push(JSON.parse(String(text))))
  socket.on('error', () => undefined)
  return { opened, closed, told, close: () => socket.terminate() }
}
