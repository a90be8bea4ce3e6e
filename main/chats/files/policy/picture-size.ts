export interface PictureSize {
  readonly width: number
  readonly height: number
}

/** From the header alone: a picture that says it is 20,000 × 20,000 is never decoded to find that out. */
export function pictureSize(bytes: Uint8Array, contentType: string): PictureSize | null {
  const read = readers[contentType]
  const size = read?.(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)) ?? null
  return size !== null && size.width > 0 && size.height > 0 ? size : null
}

type Reader = (view: DataView) => PictureSize | null

const readers: Readonly<Record<string, Reader>> = {
  'image/jpeg': ofJpeg,
  'image/png': (view) => (view.byteLength < 24 ? null : { width: view.getUint32(16), height: view.getUint32(20) }),
  'image/gif': (view) =>
    view.byteLength < 10 ? null : { width: view.getUint16(6, true), height: view.getUint16(8, true) },
  'image/webp': ofWebp,
  'image/bmp': ofBitmap,
}

/** Start-of-frame markers: 0xC0 to 0xCF without DHT, JPG and DAC (ITU-T T.81, table B.1). */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
}

/** Segment after segment until a frame begins (ITU-T T.81, B.1.1.4). */
function ofJpeg(view: DataView): PictureSize | null {
  let at = 2
  while (at + 9 <= view.byteLength) {
    if (view.getUint8(at) !== 0xff) return null
    const marker = view.getUint8(at + 1)
    if (isFrame(marker)) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) }
    // A marker may be filled up with 0xFF before it.
    at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2)
  }
  return null
}

/** RFC 9649: the kind of the first chunk says where its size stands. */
function ofWebp(view: DataView): PictureSize | null {
  if (view.byteLength < 30) return null
  const chunk = view.getUint32(12)
  if (chunk === 0x56503858) return { width: 1 + uint24(view, 24), height: 1 + uint24(view, 27) }
  if (chunk === 0x56503820)
    return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff }
  if (chunk !== 0x5650384c) return null
  const bits = view.getUint32(21, true)
  return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) }
}

function uint24(view: DataView, at: number): number {
  return view.getUint16(at, true) + view.getUint8(at + 2) * 65_536
}

/** A negative height is a picture from the top down (BITMAPINFOHEADER); the oldest header has 16 bits. */
function ofBitmap(view: DataView): PictureSize | null {
  if (view.byteLength < 26) return null
  if (view.getUint32(14, true) === 12) return { width: view.getUint16(18, true), height: view.getUint16(20, true) }
  return { width: view.getInt32(18, true), height: Math.abs(view.getInt32(22, true)) }
}
