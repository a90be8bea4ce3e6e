import type { z } from 'zod'
import { decoded } from '../address.ts'

type Params = Readonly<Record<string, string>>

export interface ControlRoute {
  readonly method: string
  readonly path: string
  /** Parses what came and does it; throws a ZodError, a NotThere, or an Error that says what is wrong. */
  readonly run: (body: unknown, params: Params, query: URLSearchParams) => unknown
}

/** What was named is not there: 404. */
export class NotThere extends Error {}

export function get(path: string, run: (params: Params, query: URLSearchParams) => unknown): ControlRoute {
  return { method: 'GET', path, run: (_body, params, query) => run(params, query) }
}

export function send<T>(
  method: 'POST' | 'DELETE' | 'PATCH',
  path: string,
  wish: z.ZodType<T>,
  run: (wish: T, params: Params) => unknown,
): ControlRoute {
  return { method, path, run: (body, params) => run(wish.parse(body), params) }
}

export function paramsOf(pattern: string, path: string): Params | null {
  const source = pattern.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')
  const found = new RegExp(`^${source}$`).exec(path)
  if (!found) return null
  const named = Object.entries(found.groups ?? {}).map(([name, value]) => [name, decoded(value) ?? value] as const)
  return Object.fromEntries(named)
}
