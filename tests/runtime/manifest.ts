import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const manifestSchema = z.object({
  electron: z.string(),
  platform: z.string(),
  carrier: z.object({ package: z.string(), version: z.string(), integrity: z.string().startsWith('sha512-') }),
  files: z.record(
    z.string(),
    z.object({ in: z.string(), sha256: z.hex(), bytes: z.int(), executable: z.boolean().optional() }),
  ),
})

/** Which package carries Electron's files, and what each file must be. */
export type Manifest = z.infer<typeof manifestSchema>

export function readManifest(): Manifest {
  const file = join(import.meta.dirname, 'electron-33.4.11-linux-x64.json')
  return manifestSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
}
