/** As it is compared: without case, accents and the width of signs. */
export function fold(text: string): string {
  const lower = text.toLowerCase()
  if (/^[\x20-\x7e]*$/.test(lower)) return lower
  return lower.normalize('NFKD').replace(/\p{Mn}/gu, '')
}

/** What of a number is dialled, for comparing; `+` and `00` say the same. */
export function digitsOf(number: string): string {
  const signs = number.normalize('NFKC').replace(/[^\d*#+]/g, '')
  return signs.replace(/^00/, '').replaceAll('+', '')
}

const letters = 'abcdefghjklmnopqrstwxyz'
/** The first sign of each letter in the order of pinyin, which is that of the Unicode collation for Chinese. */
const firstOfLetter = [...'阿八嚓哒妸发旮哈讥咔垃痳拏噢妑七呥扨它穵夕丫帀']

/** The initials under which people look a Chinese name up: `wf` for 王芳. Of several readings it knows one. */
export function createInitials(): (text: string) => string {
  const { compare } = new Intl.Collator('zh-CN-u-co-pinyin')
  const known = new Map<string, string>()
  const letterOf = (sign: string): string => {
    const place = firstOfLetter.findLastIndex((first) => compare(first, sign) <= 0)
    return letters[place] ?? ''
  }
  return (text) => {
    let initials = ''
    for (const sign of text.match(/\p{Script=Han}/gu) ?? []) {
      const letter = known.get(sign) ?? letterOf(sign)
      known.set(sign, letter)
      initials += letter
    }
    return initials
  }
}
