/** A link that a program for calls would follow. */
export function isDialLink(url: string): boolean {
  return /^(?:tel|sips?|callto):/i.test(url)
}
