/** Names and endings of files as others wrote them, made fit for a screen and a disk. */

/** No path, no control or bidirectional characters, at most 120 characters; absent when nothing is left. */
export function cleanName(name: string): string | undefined {
  const last = name.split(/[/\\]/).at(-1) ?? ''
  const clean = last.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '').trim()
  if (clean === '' || /^\.+$/.test(clean)) return undefined
  return [...clean].length <= 120 ? clean : shortened([...clean])
}

/** The ending stays: it is what the agent goes by. */
function shortened(signs: readonly string[]): string {
  const dot = signs.lastIndexOf('.')
  const ending = dot > 0 && signs.length - dot <= 12 ? signs.slice(dot) : []
  return [...signs.slice(0, 119 - ending.length), '…', ...ending].join('')
}

/** Lower case, without the dot. */
export function endingIn(written: string | undefined): string | undefined {
  const ending = written?.trim().replace(/^\./, '').toLowerCase()
  return ending !== undefined && /^[a-z0-9]{1,10}$/.test(ending) ? ending : undefined
}
