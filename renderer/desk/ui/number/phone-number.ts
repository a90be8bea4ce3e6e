import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min'

/** What the platform's sites mostly dial, until the profile is known. */
let homeOf = (): string | null | undefined => 'CN'

/** As with the language: each window says once where its home country is read, and every number follows it. */
export function overwriteHome(read: () => string | null | undefined): void {
  homeOf = read
}

function home(): CountryCode | undefined {
  const country = homeOf() ?? 'CN'
  return isSupportedCountry(country) ? country : undefined
}

/** The number as people write it: grouped where its plan is known; one that is not valid is left as it came. */
export function writtenNumber(number: string): string {
  const dialled = number.replace(/^00(?=[1-9])/, '+')
  const country = home()
  const parsed = /^\+?\d{7,15}$/.test(dialled) ? parsePhoneNumberFromString(dialled, country) : undefined
  if (!parsed?.isValid()) return number
  return parsed.country === country ? parsed.formatNational() : parsed.formatInternational()
}

const fullWidth = /[０-９＋＊＃]/g

/** What of a pasted or typed text can be dialled: digits, `*`, `#`, and one leading `+`. */
export function dialledNumber(text: string): string {
  const ascii = text.replace(fullWidth, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
  const trimmed = ascii.replace(/^\s*(tel|sip|sips|callto):/i, '').replace(/[@;?].*$/, '')
  const signs = trimmed.replace(/\(0\)/, '').replace(/[^\d*#+]/g, '')
  return signs.slice(0, 1) + signs.slice(1).replaceAll('+', '')
}
