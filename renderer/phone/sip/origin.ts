const originLine = /^o=(\S+ \S+) (\d+) (.*)$/m

/**
 * What our side of one dialog writes stays one session with a version that grows, whichever connection describes it
 * (RFC 3264 section 8).
 */
export class Origin {
  #first: { readonly session: string; readonly place: string } | null = null
  /** Who wrote last; another one begins to count anew. */
  #writer = ''
  #raise = 0
  #version = 0

  continue(sdp: string): string {
    const [line, session = '', version = '', place = ''] = originLine.exec(sdp) ?? []
    if (line === undefined) return sdp
    this.#first ??= { session, place }
    if (session !== this.#writer) this.#raise = this.#version
    this.#writer = session
    this.#version = this.#raise + Number(version)
    return sdp.replace(line, `o=${this.#first.session} ${this.#version} ${this.#first.place}`)
  }
}
