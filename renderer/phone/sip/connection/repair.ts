/** What SIP.js's grammar surely reads: a quoted string or plain words, an address in brackets, parameters. */
const plain = /^[ \t]*(?:"(?:[^"\\\p{Cc}]|\\[^\p{Cc}])*"|[\w .!%*+`'~-]*)[ \t]*<[^<>"\p{Cc}]*>[^<>"\p{Cc}]*$/u
const bare = /^[ \t]*[^<>"\s\p{Cc}]+[ \t]*$/u

/** The last address in brackets, with what follows it: whatever stands before can only be a name. */
const addressed = /<\s*((?:sips?|tel):[^<>"\s]+)\s*>([^<>"]*)$/i

function repairValue(value: string): string {
  if (plain.test(value) || bare.test(value)) return value
  const found = addressed.exec(value)
  if (found === null) return value
  const name = value
    .slice(0, found.index)
    .replace(/[\p{Cc}\p{Cf}"\\<>]/gu, '')
    .trim()
  return `${name === '' ? '' : `"${name}" `}<${found[1]}>${found[2]}`
}

/**
 * Rewrites display names that the grammar would refuse: SIP.js drops such a message without an answer, and a call is
 * not to be lost over how somebody is called (RFC 3261 section 7.3.1 has them in From, To and Contact).
 */
export function repairNames(message: string): string {
  const end = message.indexOf('\r\n\r\n')
  if (end < 0) return message
  const head = message.slice(0, end).replace(/\r\n[ \t]+/g, ' ')
  const repaired = head.replace(
    /(\r\n(?:from|f|to|t|contact|m)[ \t]*:)([^\r\n]*)/gi,
    (_, name: string, value: string) => `${name}${repairValue(value)}`,
  )
  return repaired + message.slice(end)
}
