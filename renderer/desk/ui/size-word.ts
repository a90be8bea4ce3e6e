import { getLocale } from '../messages/compiled/runtime.js'

/** `1.2 MB`, in the way of the language in force. */
export function sizeWord(bytes: number): string {
  const [unit, divisor] = bytes < 1_000_000 ? (['kilobyte', 1_000] as const) : (['megabyte', 1_000_000] as const)
  const value = bytes / divisor
  const options = { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: value < 10 ? 1 : 0 } as const
  return new Intl.NumberFormat(getLocale(), options).format(value)
}
