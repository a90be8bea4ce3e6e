import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type { Program, Time } from '#contract'

/** A program and what is left of its token: its SHA-256. */
export interface KeptProgram extends Program {
  readonly tokenHash: string
}

export interface KeptPrograms {
  current(): { readonly programs: readonly KeptProgram[] }
  change(patch: { readonly programs: readonly KeptProgram[] }): unknown
}

export interface Programs {
  list(): readonly Program[]
  /** Null: there are as many as there may be. */
  add(input: NewProgram): { readonly token: string } | null
  revoke(id: string): void
  /** Whose token it is, and that it was used. */
  byToken(token: string): Program | null
}

export type NewProgram = Pick<Program, 'name' | 'scopes' | 'origins'>

const MOST = 20
/** 256 bits: there is nothing to be guessed, so a plain hash keeps it as well as a slow one. */
const TOKEN_BYTES = 32
/** How exactly it is kept when a token was last used: not every request is a word to the disk. */
const USED_MS = 60_000

export function createPrograms(kept: KeptPrograms, now: () => Time): Programs {
  const all = () => kept.current().programs
  const keep = (programs: readonly KeptProgram[]) => void kept.change({ programs })
  return {
    list: () => all().map(({ tokenHash: _, ...program }) => program),
    add: ({ name, scopes, origins }) => {
      if (all().length >= MOST) return null
      const token = randomBytes(TOKEN_BYTES).toString('base64url')
      const program = { id: randomUUID(), name, scopes, origins, madeAt: now(), usedAt: null }
      keep([...all(), { ...program, tokenHash: hashOf(token) }])
      return { token }
    },
    revoke: (id) => keep(all().filter((program) => program.id !== id)),
    byToken: (token) => {
      const tokenHash = hashOf(token)
      const found = all().find((program) => program.tokenHash === tokenHash)
      if (!found) return null
      const usedAt = now()
      if (usedAt - (found.usedAt ?? 0) > USED_MS)
        keep(all().map((program) => (program === found ? { ...program, usedAt } : program)))
      return found
    },
  }
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
