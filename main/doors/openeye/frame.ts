import { z } from 'zod'

/** spec/media-and-services.md 4.2: `{"cmd":int,"description":"…","param":{…}}`. */
const frame = z.object({
  cmd: z.int(),
  description: z.string().max(200).catch(''),
  param: z.record(z.string(), z.unknown()).catch({}),
})

export type OpenEyeRequest = z.infer<typeof frame>

export function readFrame(text: string): OpenEyeRequest | null {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return null
  }
  const read = frame.safeParse(value)
  return read.success ? read.data : null
}

export function answerFrame(asked: OpenEyeRequest, result: number, param: Readonly<Record<string, unknown>>): string {
  return JSON.stringify({ rsp: asked.cmd, result, description: asked.description, param })
}

export function notifyFrame(
  [notify, description]: readonly [number, string],
  param: Readonly<Record<string, unknown>>,
): string {
  return JSON.stringify({ notify, description, param })
}

/** Pages of both generations: `call_id` and `callId` are the same word (4.3, "accept both spellings"). */
export function wordOf(param: Readonly<Record<string, unknown>>, ...spellings: readonly string[]): string {
  const wanted = new Set(spellings.map(plain))
  const found = Object.entries(param).find(([name]) => wanted.has(plain(name)))?.[1]
  return typeof found === 'string' || typeof found === 'number' ? String(found) : ''
}

/** `1`, `"1"`, `true`: a switch that is on. */
export function isOn(param: Readonly<Record<string, unknown>>, ...spellings: readonly string[]): boolean {
  const wanted = new Set(spellings.map(plain))
  const found = Object.entries(param).find(([name]) => wanted.has(plain(name)))?.[1]
  return found === true || found === 1 || found === '1' || found === 'true'
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[^a-z]/g, '')
}
