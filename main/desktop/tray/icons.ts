import { type NativeImage, nativeImage } from 'electron'
import { drawMark } from './draw.ts'
import { type Mark, marks, quietBell } from './shapes.ts'
import type { TrayState } from './tray-menu.ts'

const scaleFactors = [1, 1.25, 1.5, 2, 3]
/** Panels on Linux show 22 pixels and more; Windows and macOS 16. */
const side = { linux: 24, other: 16 }

export interface TrayIcons {
  readonly of: Readonly<Record<TrayState, NativeImage>>
  readonly quietBell: NativeImage
}

export function drawTrayIcons(platform: NodeJS.Platform): TrayIcons {
  const size = platform === 'linux' ? side.linux : side.other
  const draw = (mark: Mark) => toImage(mark, size)
  return {
    of: {
      offline: draw(marks.offline),
      idle: draw(marks.idle),
      talking: draw(marks.talking),
      ringing: draw(marks.ringing),
      'wrap-up': draw(marks['wrap-up']),
      busy: draw(marks.busy),
      rest: draw(marks.rest),
    },
    quietBell: draw(quietBell),
  }
}

function toImage(mark: Mark, size: number): NativeImage {
  const image = nativeImage.createEmpty()
  for (const scaleFactor of scaleFactors) {
    const pixels = Math.round(size * scaleFactor)
    image.addRepresentation({ scaleFactor, width: pixels, height: pixels, buffer: drawMark(mark, pixels) })
  }
  return image
}
