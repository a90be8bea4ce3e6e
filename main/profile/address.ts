import { z } from 'zod'

/** A file's name beside the profile, or the certificates themselves. */
export const ca = z.string().min(1, 'ca.pem').max(200_000, '≤ 200000')

/** Passwords and voice cross these connections, so the unencrypted schemes are refused, on this machine too. */
export function address(scheme: 'https' | 'wss', example: string) {
  return z.string().refine((text) => isAddress(text, scheme), example)
}

function isAddress(text: string, scheme: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, hostname, username, password, hash } = new URL(text)
  return protocol === `${scheme}:` && hostname !== '' && username === '' && password === '' && hash === ''
}
