const challengeLine = /\r\n(?:www|proxy)-authenticate[ \t]*:[ \t]*digest[ \t][^\r\n]*/gi

function isKnown(line: string): boolean {
  const algorithm = /[\s,]algorithm\s*=\s*"?([^\s",]+)/i.exec(line)?.[1]?.toUpperCase() ?? 'MD5'
  return algorithm === 'SHA-256' || algorithm === 'MD5'
}

/** Of several challenges the first that can be answered counts (RFC 8760 section 2.4); SIP.js reads only the first. */
export function chooseChallenge(message: string): string {
  const end = message.indexOf('\r\n\r\n')
  const head = message.slice(0, end < 0 ? message.length : end).replace(/\r\n[ \t]+/g, ' ')
  const lines = head.match(challengeLine) ?? []
  const chosen = lines.find(isKnown)
  if (chosen === undefined || lines.length < 2) return message
  let kept = false
  const bare = head.replace(challengeLine, (line) => {
    if (line !== chosen || kept) return ''
    kept = true
    return line
  })
  return bare + (end < 0 ? '' : message.slice(end))
}
