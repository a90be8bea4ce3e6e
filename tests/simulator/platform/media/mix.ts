export type Frame = Int16Array

/** Everybody's sound at once, kept within 16 bits; null when nobody says anything. */
export function mix(frames: readonly (Frame | null)[]): Frame | null {
  const spoken = frames.filter((frame) => frame !== null)
  if (spoken.length < 2) return spoken[0] ?? null
  const longest = Math.max(...spoken.map((frame) => frame.length))
  return Int16Array.from({ length: longest }, (_, n) => {
    const sum = spoken.reduce((total, frame) => total + (frame[n] ?? 0), 0)
    return Math.max(-0x8000, Math.min(0x7fff, sum))
  })
}
