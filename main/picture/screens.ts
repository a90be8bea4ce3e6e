import type { ScreenPicker, ScreenSource } from '#contract'

/** A source as the system lists it; Electron's `DesktopCapturerSource` with its picture made small. */
export type ListedSource = ScreenSource

export interface ScreensOptions {
  /** The system asks which one by itself: macOS 15 and Wayland's portal. */
  readonly systemPicks: boolean
  readonly list: () => Promise<readonly ListedSource[]>
  readonly ownTitles: () => readonly string[]
}

export interface ScreenSources {
  list(): Promise<ScreenPicker>
}

/** What can be shared, where the system does not ask by itself; Earshot's own windows are not offered. */
export function screenSources({ systemPicks, list, ownTitles }: ScreensOptions): ScreenSources {
  return {
    list: async () => {
      if (systemPicks) return { by: 'system' }
      const own = new Set(ownTitles())
      const sources = await list()
      return { by: 'own', sources: sources.filter(({ kind, name }) => kind === 'screen' || !own.has(name)) }
    },
  }
}
