/** A number in a text, as it is written there and as it is dialled. */
export interface FoundNumber {
  readonly start: number
  readonly end: number
  readonly number: string
}

/** Digits with what people write between them; nothing of a word, an address, an amount, a time or a longer number. */
const candidate =
  /(?<![\p{L}\p{N}_.+/\\@#=&?%,-]|\p{N}[ \u00a0:])(?:\+|\(\+?)?\d(?:(?:[ \u00a0.\-\u2010-\u2015]|\)[ -]?| ?\(| [-\u2013] )?\d){5,18}(?![\p{L}\p{N}_@/\\:%]|[.,-]\p{N})/gu

const date = /^(?:\d{4}[-.\u2010-\u2015 ]\d{1,2}[-.\u2010-\u2015 ]\d{1,2}|\d{1,2}[-.]\d{1,2}[-.]\d{2,4})(?!\d)/
const plainDate = /^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/
/** As orders and invoices are counted, by the year, by the day, or with a number behind. */
const counted = /^(?:(?:19|20)\d\d(?:[01]\d[0-3]\d)?[-.]\d{1,5}|\d{4,}[-.]\d{1,2})$/
const address = /^\d{1,3}(?:\.\d{1,3}){3}$/
/** As amounts are written in groups of three. */
const amount = /^\d{1,3}(?:[. \u00a0]\d{3})+$/

/** ITU-T E.164: 15 digits at most; fewer than seven are somebody's house. */
const fewest = 7
const most = 15

export function findNumbers(text: string): readonly FoundNumber[] {
  return [...text.matchAll(candidate)].flatMap(({ 0: written, index }) => {
    const number = numberOf(written)
    return number === null ? [] : [{ start: index, end: index + written.length, number }]
  })
}

function numberOf(written: string): string | null {
  const digits = written.replace(/\D/g, '')
  if (digits.length < fewest || digits.length > most) return null
  if (written.includes('+')) return `+${digits}`
  const isOther = [date, plainDate, counted, address, amount].some((pattern) => pattern.test(written))
  return isOther || !isBalanced(written) ? null : digits
}

function isBalanced(written: string): boolean {
  return written.split('(').length === written.split(')').length
}
