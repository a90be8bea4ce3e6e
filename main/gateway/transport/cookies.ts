/** What a load balancer in front of the gateway wants to see again (spec/ccgateway.md 1.1, "sticky routing"). */
export interface Cookies {
  keep(setCookie: readonly string[] | undefined): void
  /** For the `Cookie` header, or nothing. */
  header(): string | undefined
}

/** One host, one path: neither needs telling apart here. */
export function createCookies(): Cookies {
  const values = new Map<string, string>()
  return {
    keep(setCookie = []) {
      for (const line of setCookie) keepOne(values, line)
    },
    header: () => (values.size === 0 ? undefined : [...values].map(([name, value]) => `${name}=${value}`).join('; ')),
  }
}

function keepOne(values: Map<string, string>, line: string): void {
  const [pair = '', ...attributes] = line.split(';')
  const split = pair.indexOf('=')
  if (split < 1) return
  const name = pair.slice(0, split).trim()
  if (attributes.some((attribute) => /^\s*max-age\s*=\s*(0|-\d+)\s*$/i.test(attribute))) values.delete(name)
  else values.set(name, pair.slice(split + 1).trim())
}
