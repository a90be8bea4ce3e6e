export type Family = 'image' | 'audio' | 'video' | 'document' | 'archive' | 'text' | 'program'

/** What a file is by its own first bytes; nobody's word for it counts. */
export interface Format {
  readonly family: Family
  readonly contentType: string
  /** What such files are called; the first is the usual one. */
  readonly endings: readonly string[]
  /** Chromium can show or play it. */
  readonly shown: boolean
}

interface Mark {
  readonly format: Format
  readonly is: (bytes: Uint8Array) => boolean
}

const shown = (family: Family, contentType: string, ...endings: string[]): Format => ({
  ...{ family, contentType, endings },
  shown: true,
})
const kept = (family: Family, contentType: string, ...endings: string[]): Format => ({
  ...{ family, contentType, endings },
  shown: false,
})

const zip = kept('archive', 'application/zip', 'zip', 'docx', 'xlsx', 'pptx', 'odt', 'ods', 'odp', 'epub')
const sound = shown('audio', 'audio/mp4', 'm4a', 'mp4', 'aac')
const film = shown('video', 'video/mp4', 'mp4', 'm4v', 'mov', '3gp')
const plainText = kept('text', 'text/plain', 'txt', 'csv', 'log', 'md', 'json', 'xml', 'vcf', 'ics', 'eml')

/** In order: the first that is, it is. Signatures as the formats' own documents and the MIME Sniffing standard have them. */
const marks: readonly Mark[] = [
  { format: shown('image', 'image/jpeg', 'jpg', 'jpeg'), is: begins([0xff, 0xd8, 0xff]) },
  { format: shown('image', 'image/png', 'png'), is: begins([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]) },
  { format: shown('image', 'image/gif', 'gif'), is: either(says('GIF87a'), says('GIF89a')) },
  { format: shown('image', 'image/webp', 'webp'), is: both(says('RIFF'), says('WEBP', 8)) },
  { format: shown('image', 'image/bmp', 'bmp'), is: isBitmap },
  { format: kept('image', 'image/heic', 'heic', 'heif', 'avif'), is: both(says('ftyp', 4), isHeif) },
  { format: film, is: both(says('ftyp', 4), holds('vide')) },
  { format: sound, is: says('ftyp', 4) },
  { format: shown('audio', 'audio/wav', 'wav'), is: both(says('RIFF'), says('WAVE', 8)) },
  { format: shown('video', 'video/ogg', 'ogv'), is: both(says('OggS'), holds('theora', 4_096)) },
  { format: shown('audio', 'audio/ogg', 'ogg', 'opus', 'oga'), is: says('OggS') },
  { format: kept('audio', 'audio/amr', 'amr'), is: says('#!AMR') },
  { format: shown('video', 'video/webm', 'webm'), is: both(begins([0x1a, 0x45, 0xdf, 0xa3]), holds('V_', 4_096)) },
  { format: shown('audio', 'audio/webm', 'weba', 'webm'), is: begins([0x1a, 0x45, 0xdf, 0xa3]) },
  { format: shown('audio', 'audio/flac', 'flac'), is: says('fLaC') },
  { format: shown('audio', 'audio/mpeg', 'mp3'), is: either(says('ID3'), isMpegLayer3) },
  { format: shown('audio', 'audio/aac', 'aac'), is: isAdts },
  { format: kept('document', 'application/pdf', 'pdf'), is: says('%PDF-') },
  { format: zip, is: either(begins([0x50, 0x4b, 3, 4]), begins([0x50, 0x4b, 5, 6])) },
  {
    format: kept('document', 'application/x-cfb', 'doc', 'xls', 'ppt', 'msg'),
    is: begins([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
  },
  { format: kept('document', 'application/rtf', 'rtf'), is: says('{\\rtf') },
  { format: kept('archive', 'application/vnd.rar', 'rar'), is: says('Rar!\x1a\x07') },
  { format: kept('archive', 'application/x-7z-compressed', '7z'), is: begins([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]) },
  { format: kept('archive', 'application/gzip', 'gz', 'tgz'), is: begins([0x1f, 0x8b]) },
  { format: kept('program', 'application/x-msdownload', 'exe', 'dll', 'scr'), is: says('MZ') },
  { format: kept('program', 'application/x-executable', 'elf'), is: begins([0x7f, 0x45, 0x4c, 0x46]) },
  { format: kept('program', 'text/x-script', 'sh'), is: says('#!') },
  // HTML is a program here: somebody who opens it runs it (MIME Sniffing 7.1; a byte order mark may come first).
  { format: kept('program', 'text/html', 'html', 'htm', 'svg', 'xhtml'), is: isMarkup },
  { format: plainText, is: isText },
]

export function formatOf(bytes: Uint8Array): Format | null {
  return marks.find(({ is }) => is(bytes))?.format ?? null
}

const claimed: ReadonlySet<string> = new Set(marks.flatMap(({ format }) => format.endings))

/** Whether this ending says what a file must be; of others ("dwg") nothing is known. */
export function isKnownEnding(ending: string): boolean {
  return claimed.has(ending)
}

export function familyOfEnding(ending: string): Family | null {
  return marks.find(({ format }) => format.endings.includes(ending))?.format.family ?? null
}

type Test = (bytes: Uint8Array) => boolean

function begins(start: readonly number[]): Test {
  return (bytes) => start.every((byte, at) => bytes[at] === byte)
}

function says(word: string, at = 0): Test {
  return (bytes) => latin(bytes, at, at + word.length) === word
}

function both(one: Test, other: Test): Test {
  return (bytes) => one(bytes) && other(bytes)
}

function either(one: Test, other: Test): Test {
  return (bytes) => one(bytes) || other(bytes)
}

/** `vide` is the handler of a film's track (ISO/IEC 14496-12, 8.4.3); where it stands, the writer decides. */
function holds(word: string, within = Number.POSITIVE_INFINITY): Test {
  return (bytes) => {
    const found = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, within)).indexOf(
      word,
      0,
      'latin1',
    )
    return found >= 0
  }
}

function latin(bytes: Uint8Array, from: number, to: number): string {
  return String.fromCharCode(...bytes.subarray(from, to))
}

/** "BM" alone begins many a text; the size of the header that follows does not. */
function isBitmap(bytes: Uint8Array): boolean {
  return latin(bytes, 0, 2) === 'BM' && [12, 40, 52, 56, 64, 108, 124].includes(bytes[14] ?? 0) && bytes[15] === 0
}

function isHeif(bytes: Uint8Array): boolean {
  return /^(?:heic|heix|heif|hevc|mif1|msf1|avif|avis)$/.test(latin(bytes, 8, 12))
}

/** Eleven bits of synchronisation, MPEG 1 or 2, layer III (ISO/IEC 11172-3, 2.4.1.3). */
function isMpegLayer3(bytes: Uint8Array): boolean {
  return bytes[0] === 0xff && ((bytes[1] ?? 0) & 0xe6) === 0xe2 && ((bytes[2] ?? 0xff) & 0xf0) !== 0xf0
}

/** As above with layer 0 (ISO/IEC 13818-7, 6.2). */
function isAdts(bytes: Uint8Array): boolean {
  return bytes[0] === 0xff && ((bytes[1] ?? 0) & 0xf6) === 0xf0
}

function isMarkup(bytes: Uint8Array): boolean {
  const start = new TextDecoder().decode(bytes.subarray(0, 1_024))
  return /^\s*<(?:!doctype\s+html|html|head|body|script|iframe|svg|style|title|table|div|h1|a\s|br|p[\s>]|!--)/i.test(
    start.replace(/^\s*<\?xml[^>]*\?>/i, ''),
  )
}

/** Binary data bytes of the MIME Sniffing standard (3): whatever has one near its start is no text. */
function isText(bytes: Uint8Array): boolean {
  const wide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  if (wide) return true
  const start = bytes.subarray(0, 4_096)
  return (
    start.length > 0 &&
    !start.some((byte) => byte <= 8 || byte === 0x0b || (byte >= 0x0e && byte <= 0x1a) || byte === 0x7f)
  )
}
