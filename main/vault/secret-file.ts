import { z } from 'zod'

/** The file the ciphertext stands in: written whole, readable by its owner only. */
export interface SecretStore {
  read(): unknown
  /** Throws when the disk refuses. */
  write(content: Record<string, unknown>): void
  /** Gives the file another name, and says which. */
  setAside(): string | null
}

/** Base64 on one line: gnome-keyring 50 and others lose what has a line break in it (design/anchors.md, B-36). */
const ciphertext = z.string().regex(/^[A-Za-z0-9+/]+={0,2}$/)

const shape = z.object({
  version: z.literal(1),
  secrets: z.record(z.string(), ciphertext),
  /** What could not be read when a new secret took its place; it may be readable again once the key is back. */
  aside: z.array(z.object({ name: z.string(), ciphertext })),
})

export type SecretFile = z.infer<typeof shape>

const empty: SecretFile = { version: 1, secrets: {}, aside: [] }
const mostAside = 10

/** A file that this vault cannot have written is set aside, and the vault starts empty. */
export function openSecretFile(store: SecretStore): { readonly content: SecretFile; readonly setAside: string | null } {
  const content = store.read()
  if (isEmpty(content)) return { content: empty, setAside: null }
  const parsed = shape.safeParse(content)
  if (parsed.success) return { content: parsed.data, setAside: null }
  return { content: empty, setAside: store.setAside() }
}

function isEmpty(content: unknown): boolean {
  return content === undefined || (typeof content === 'object' && content !== null && Object.keys(content).length === 0)
}

export function withSecret(file: SecretFile, name: string, text: string, keepOld: boolean): SecretFile {
  const old = file.secrets[name]
  const aside =
    keepOld && old !== undefined ? [{ name, ciphertext: old }, ...file.aside].slice(0, mostAside) : file.aside
  return { ...file, secrets: { ...file.secrets, [name]: text }, aside }
}

export function withoutSecret(file: SecretFile, name: string): SecretFile {
  const { [name]: _, ...secrets } = file.secrets
  return { ...file, secrets, aside: file.aside.filter((entry) => entry.name !== name) }
}
