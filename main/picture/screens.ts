import type { ScreenPicker, ScreenSource } from '#contract'

export interface ScreensOptions {
  /** The system asks which one by itself: macOS 15 and Wayland's portal. */
  readonly systemPicks: boolean
  readonly list: () => Promise<readonly ScreenSource[]>
  readonly ownTitles: () => readonly string[]
}

export interface ScreenSources {
  list(): Promise<ScreenPicker>
  /** Which one the phone window is given next; null where the operating system asks. */
  choose(sourceId: string | null): void
  /** Once, for the one request it was chosen for. */
  take(): string | null
}

/** What can be shared, where the system does not ask by itself; Earshot's own windows are not offered. */
export function screenSources({ systemPicks, list, ownTitles }: ScreensOptions): ScreenSources {
  let chosen: string | null = null
  return {
    list: async () => {
      if (systemPicks) return { by: 'system' }
      const own = new Set(ownTitles())
      const sources = await list()
      return { by: 'own', sources: sources.filter(({ kind, name }) => kind === 'screen' || !own.has(name)) }
    },
    choose: (sourceId) => {
      chosen = sourceId
    },
    take: () => {
      const taken = chosen
      chosen = null
      return taken
    },
  }
}
