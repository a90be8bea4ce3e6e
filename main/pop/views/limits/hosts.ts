/** Whether a page may show this address in its top frame: of http or https, and of a host that its profile allows. */
export function mayShow(
  url: string,
  { origin, hosts }: { readonly origin: string; readonly hosts: readonly string[] | null },
): boolean {
  // What a page has made itself belongs to whoever made it.
  const own = url.replace(/^blob:/, '')
  if (!URL.canParse(own)) return false
  const address = new URL(own)
  if (address.protocol !== 'https:' && address.protocol !== 'http:') return false
  return hosts === null || address.origin === origin || hosts.some((pattern) => fits(address, pattern))
}

/** `host`, or `*.host` for all below it; without a port the scheme's own alone. */
function fits({ hostname, port, protocol }: URL, pattern: string): boolean {
  const [, below, host = '', wantedPort] = /^(\*\.)?(.*?)(?::(\d+))?$/.exec(pattern.toLowerCase()) ?? []
  const usual = protocol === 'https:' ? '443' : '80'
  if ((port || usual) !== (wantedPort ?? usual)) return false
  return below === undefined ? hostname === host : hostname.endsWith(`.${host}`)
}
