export type ReadAddresses =
  | { readonly ok: true; readonly addresses: readonly string[] }
  | { readonly ok: false; readonly bad: string }

/** Names in quotation marks may hold a comma. */
const one = /(?:"[^"]*"|[^",;，；、\n])+/g
const inBrackets = /<([^<>]*)>\s*$/
const address = /^[^\s@<>(),;:"[\]\p{Cc}\p{Cf}]{1,64}@[^\s@<>(),;:"[\]\p{Cc}\p{Cf}]{1,255}$/u

/** What was typed or pasted as recipients: bare addresses or names with them, each once, in its order. */
export function readAddresses(text: string): ReadAddresses {
  const addresses = new Map<string, string>()
  for (const [part] of text.matchAll(one)) {
    const written = part.trim()
    if (written === '') continue
    const bare = (inBrackets.exec(written)?.[1] ?? written).trim()
    if (!address.test(bare)) return { ok: false, bad: written.slice(0, 60) }
    if (!addresses.has(bare.toLowerCase())) addresses.set(bare.toLowerCase(), bare)
  }
  return { ok: true, addresses: [...addresses.values()] }
}

/** The addresses in what an e-mail says of itself; what is none is left out. */
export function addressesIn(list: readonly string[]): readonly string[] {
  return list.flatMap((text) => {
    const read = readAddresses(text)
    return read.ok ? read.addresses : []
  })
}
