import { X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { FileProblem } from '#contract'

type Problem = Pick<FileProblem, 'problem' | 'expected'>
export type Certificates = { readonly ok: true; readonly pem: string } | ({ readonly ok: false } & Problem)

const block = /-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]+-----END CERTIFICATE-----/g

/** `ca` names a file beside the profile, or holds the certificates; a text without a folder has no files beside it. */
export function readCertificates(ca: string, folder: string | null): Certificates {
  if (ca.includes('-----BEGIN')) return checked(ca)
  if (folder === null) return { ok: false, problem: 'file-not-found', expected: '-----BEGIN CERTIFICATE-----' }
  const file = resolve(folder, ca)
  const text = readIfThere(file)
  return text === null ? { ok: false, problem: 'file-not-found', expected: file } : checked(text)
}

/** Only certificates are taken out: a key that lies in the same file has no business here. */
function checked(text: string): Certificates {
  const blocks = text.match(block) ?? []
  if (blocks.length === 0 || !blocks.every(isCertificate))
    return { ok: false, problem: 'wrong-value', expected: 'PEM: -----BEGIN CERTIFICATE-----' }
  return { ok: true, pem: `${blocks.join('\n')}\n` }
}

function isCertificate(pem: string): boolean {
  try {
    return new X509Certificate(pem).raw.length > 0
  } catch {
    return false
  }
}

export function readIfThere(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return null
  }
}
