/** As the browser inside says it, without the names of what it is inside of: pages read them as "not supported". */
export function userAgentOf(own: string): string {
  return own.replace(/ (?!Mozilla|AppleWebKit|Chrome|Safari)[\w.-]+\/[\w.-]+/g, '')
}
