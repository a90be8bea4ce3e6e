import { release } from 'node:os'
import { type BrowserWindow, type DesktopCapturerSource, desktopCapturer, type Session } from 'electron'
import type { ScreenSource } from '#contract'

const types: ('screen' | 'window')[] = ['screen', 'window']
const thumbnailSize = { width: 320, height: 180 }

/** Darwin 24 is macOS 15, whose own picker Electron uses; Wayland lets nobody list what is on the screen. */
function systemPicks(platform: string, session: string | undefined): boolean {
  if (platform === 'darwin') return Number(release().split('.')[0]) >= 24
  return platform === 'linux' && session === 'wayland'
}

const systemDoes = systemPicks(process.platform, process.env.XDG_SESSION_TYPE)

/** What there is to share, and which windows are Earshot's own. */
export function openScreens(ownWindows: () => readonly Pick<BrowserWindow, 'getTitle'>[]) {
  return {
    systemPicks: systemDoes,
    list: async () => (await desktopCapturer.getSources({ types, thumbnailSize })).map(listed),
    ownTitles: () => ownWindows().map((window) => window.getTitle()),
  }
}

function listed({ id, name, thumbnail }: DesktopCapturerSource): ScreenSource {
  const kind = id.startsWith('screen:') ? 'screen' : 'window'
  return { id, kind, name: name.slice(0, 200), thumbnail: thumbnail.isEmpty() ? '' : thumbnail.toDataURL() }
}

/** Gives a page the screen that was chosen for it, and nothing that was not; on Wayland listing is the portal's asking. */
export function giveScreens(session: Session, chosen: { take(): string | null }): Session {
  session.setDisplayMediaRequestHandler(
    async (_, give) => {
      const sourceId = chosen.take()
      const sources = await desktopCapturer.getSources({ types, thumbnailSize: { width: 0, height: 0 } })
      const video = systemDoes ? sources[0] : sources.find(({ id }) => id === sourceId)
      // Without a picture the request is refused.
      give(video ? { video } : {})
    },
    { useSystemPicker: true },
  )
  return session
}
