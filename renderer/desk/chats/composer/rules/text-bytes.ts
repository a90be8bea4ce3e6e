/**
 * What a text takes of a message's room: its UTF-8 as it stands in the JSON of `data` (spec/media-and-services.md 2.2),
 * so that a quote, a backslash and a control sign count with what escapes them. `ChatSite.textBytes` is the room.
 */
export function textBytes(text: string): number {
  let bytes = 0
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index)
    if (isPair(unit, text.charCodeAt(index + 1))) {
      bytes += 4
      index += 1
    } else bytes += unitBytes(unit)
  }
  return bytes
}

function isPair(unit: number, next: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff && next >= 0xdc00 && next <= 0xdfff
}

const shortEscapes = new Set(['"', '\\', '\b', '\t', '\n', '\f', '\r'].map((sign) => sign.charCodeAt(0)))

function unitBytes(unit: number): number {
  if (unit < 0x80) return asciiBytes(unit)
  if (unit < 0x800) return 2
  // Half a pair is written as `\udXXX` (ECMA-262, well-formed JSON.stringify).
  return unit >= 0xd800 && unit <= 0xdfff ? 6 : 3
}

function asciiBytes(unit: number): number {
  if (shortEscapes.has(unit)) return 2
  return unit < 0x20 ? 6 : 1
}
