import { parsePhoneNumberFromString } from 'libphonenumber-js/min'

/** What the platform's sites mostly dial; a number that is not valid there is left as it came. */
const home = 'CN'

/** The number as people write it: grouped where its plan is known, else unchanged. */
export function writtenNumber(number: string): string {
  const dialled = number.replace(/^00(?=[1-9])/, '+')
  const parsed = /^\+?\d{7,15}$/.test(dialled) ? parsePhoneNumberFromString(dialled, home) : undefined
  if (!parsed?.isValid()) return number
  return parsed.country === home ? parsed.formatNational() : parsed.formatInternational()
}

const fullWidth = /[０-９＋＊＃]/g

/** What of a pasted or typed text can be dialled: digits, `*`, `#`, and one leading `+`. */
export function dialledNumber(text: string): string {
  const ascii = text.replace(fullWidth, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
  const trimmed = ascii.replace(/^\s*(tel|sip|sips|callto):/i, '').replace(/[@;?].*$/, '')
  const signs = trimmed.replace(/\(0\)/, '').replace(/[^\d*#+]/g, '')
  return signs.slice(0, 1) + signs.slice(1).replaceAll('+', '')
}
