const longest = 120

/** Windows opens a device for these, whatever ending they have (learn.microsoft.com, "Naming Files, Paths"). */
const reserved = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i

/** Control, format (bidirectional overrides, zero width, soft hyphen), private, surrogate and line separators. */
const unseen = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/gu

/** Forbidden in names on Windows, and `/` everywhere; a colon would open another stream of the file. */
const forbidden = /[<>:"/\\|?*]/g

/** A file's own name as it may be shown, sent and written: no path, nothing unseen; empty when nothing is left. */
export function cleanFileName(raw: string): string {
  const own = raw.split(/[/\\]/).at(-1) ?? ''
  const plain = own.normalize('NFC').replace(unseen, '').replace(forbidden, '_').replace(/\s+/g, ' ')
  const name = trimmed(shortened(trimmed(plain)))
  return reserved.test(name) ? `_${name}`.slice(0, longest) : name
}

/** Lower case, without the dot; empty when there is none that could be one. */
export function endingOf(name: string): string {
  return cleanEnding(/[^.]\.([^.]*)$/.exec(name)?.[1] ?? '')
}

/** What somebody calls an ending, as far as it is one. */
export function cleanEnding(raw: string): string {
  const ending = raw.trim().toLowerCase().replace(/^\./, '')
  return /^[a-z0-9]{1,10}$/.test(ending) ? ending : ''
}

/** Windows drops dots and blanks at the end without a word; before it, a dot hides the file. */
function trimmed(name: string): string {
  return name.replace(/^[\s.]+|[\s.]+$/g, '')
}

/** The ending stays: it says what the file is. Whole characters only. */
function shortened(name: string): string {
  if (name.length <= longest) return name
  const ending = endingOf(name)
  const tail = ending === '' ? '' : `.${ending}`
  return (
    [...name]
      .slice(0, longest)
      .join('')
      .slice(0, longest - tail.length)
      .replace(/[\uD800-\uDBFF]$/, '') + tail
  )
}
