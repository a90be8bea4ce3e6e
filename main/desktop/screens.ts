import { release } from 'node:os'
import { type BrowserWindow, type DesktopCapturerSource, desktopCapturer } from 'electron'
import type { ScreenSource } from '#contract'
import { type ScreenSources, screenSources } from '../picture/screens.ts'

const types: ('screen' | 'window')[] = ['screen', 'window']
const thumbnailSize = { width: 320, height: 180 }

/** Darwin 24 is macOS 15, whose own picker Electron uses; Wayland lets nobody list what is on the screen. */
function systemPicks(platform: string, session: string | undefined): boolean {
  if (platform === 'darwin') return Number(release().split('.')[0]) >= 24
  return platform === 'linux' && session === 'wayland'
}

export function openScreens(ownWindows: () => readonly Pick<BrowserWindow, 'getTitle'>[]): ScreenSources {
  return screenSources({
    systemPicks: systemPicks(process.platform, process.env.XDG_SESSION_TYPE),
    list: async () => (await desktopCapturer.getSources({ types, thumbnailSize })).map(listed),
    ownTitles: () => ownWindows().map((window) => window.getTitle()),
  })
}

function listed({ id, name, thumbnail }: DesktopCapturerSource): ScreenSource {
  const kind = id.startsWith('screen:') ? 'screen' : 'window'
  return { id, kind, name: name.slice(0, 200), thumbnail: thumbnail.isEmpty() ? '' : thumbnail.toDataURL() }
}
