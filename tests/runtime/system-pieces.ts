import { DESKTOP_PACKAGES } from '../support/desktop/packages.ts'

/** One thing the system must have: the names its package goes by, oldest first (Ubuntu 24.04 renamed several to t64). */
export type Piece = readonly [string, ...string[]]

/** What the Electron binary is linked to, and what it opens while it runs. */
const electronPieces: readonly Piece[] = [
  ['ca-certificates'],
  ['libasound2', 'libasound2t64'],
  ['libatk-bridge2.0-0', 'libatk-bridge2.0-0t64'],
  ['libatk1.0-0', 'libatk1.0-0t64'],
  ['libatspi2.0-0', 'libatspi2.0-0t64'],
  ['libcups2', 'libcups2t64'],
  ['libdrm2'],
  ['libgbm1'],
  ['libgtk-3-0', 'libgtk-3-0t64'],
  ['libnotify4'],
  ['libnss3'],
  ['libpulse0'],
  ['libsecret-1-0'],
  ['libx11-6'],
  ['libxcomposite1'],
  ['libxdamage1'],
  ['libxfixes3'],
  ['libxkbcommon0'],
  ['libxrandr2'],
  ['libxtst6'],
  ['xdg-utils'],
]

/** What the tests' desktop is made of, and what people read on it. */
const desktopPieces: readonly Piece[] = [...DESKTOP_PACKAGES, 'fonts-noto-core', 'iproute2', 'procps'].map(
  (name): Piece => [name],
)

export const systemPieces: readonly Piece[] = [...electronPieces, ...desktopPieces]

/** The pieces of which no name is among the installed packages. */
export function missingPieces(pieces: readonly Piece[], installed: ReadonlySet<string>): readonly Piece[] {
  return pieces.filter((names) => !names.some((name) => installed.has(name)))
}

/** The name each piece has on this release; a piece unknown under every name keeps its first, for apt to complain about. */
export function namesHere(pieces: readonly Piece[], known: ReadonlySet<string>): readonly string[] {
  return [...new Set(pieces.map((names) => names.findLast((name) => known.has(name)) ?? names[0]))]
}
