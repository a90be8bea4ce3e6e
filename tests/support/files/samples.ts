/** Small files of each kind, by hand: enough of them that their first bytes, and a picture's size, are true. */
export interface Size {
  readonly width: number
  readonly height: number
}

function bytesOf(...parts: readonly (string | readonly number[])[]): Uint8Array {
  return Buffer.concat(
    parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))),
  )
}

const be16 = (value: number) => [value >> 8, value & 0xff]
const be32 = (value: number) => [value >>> 24, (value >>> 16) & 0xff, (value >>> 8) & 0xff, value & 0xff]
const le16 = (value: number) => be16(value).reverse()
const le24 = (value: number) => be32(value).slice(1).reverse()
const le32 = (value: number) => be32(value).reverse()

export const pictures = {
  /** With an EXIF segment before the frame, as cameras write it. */
  jpg: ({ width, height }: Size) =>
    bytesOf([0xff, 0xd8, 0xff, 0xe1, 0, 10], 'Exif\0\0\0\0', [0xff, 0xc0, 0, 17, 8], be16(height), be16(width), [3]),
  png: ({ width, height }: Size) =>
    bytesOf([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], be32(13), 'IHDR', be32(width), be32(height)),
  gif: ({ width, height }: Size) => bytesOf('GIF89a', le16(width), le16(height), [0, 0, 0]),
  webp: ({ width, height }: Size) =>
    bytesOf('RIFF', le32(22), 'WEBPVP8X', le32(10), [0, 0, 0, 0], le24(width - 1), le24(height - 1)),
  bmp: ({ width, height }: Size) =>
    bytesOf('BM', le32(54), le32(0), le32(54), le32(40), le32(width), le32(height), [1, 0, 24, 0]),
}

export const sounds = {
  mp3: bytesOf('ID3', [3, 0, 0, 0, 0, 0, 0]),
  wav: bytesOf('RIFF', le32(36), 'WAVEfmt '),
  ogg: bytesOf('OggS', [0, 2], 'OpusHead'),
  amr: bytesOf('#!AMR\n'),
  m4a: bytesOf(be32(20), 'ftypisom', be32(0), 'isom', be32(60), 'moov', 'hdlr', 'soun'),
}

export const others = {
  mp4: bytesOf(be32(20), 'ftypisom', be32(0), 'isom', be32(60), 'moov', 'hdlr', 'vide'),
  webm: bytesOf([0x1a, 0x45, 0xdf, 0xa3], 'webm', 'V_VP8'),
  pdf: bytesOf('%PDF-1.7\n'),
  docx: bytesOf([0x50, 0x4b, 3, 4], '[Content_Types].xml'),
  zip: bytesOf([0x50, 0x4b, 3, 4], 'a.txt'),
  txt: Buffer.from('你好, hello\n'),
  exe: bytesOf('MZ', [0x90, 0]),
  html: bytesOf('<!DOCTYPE html><script>alert(1)</script>'),
}
