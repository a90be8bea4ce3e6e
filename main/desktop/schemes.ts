import { execFile } from 'node:child_process'
import type { App } from 'electron'
import type { LinkScheme, SchemeOwner } from '#contract'
import { explain } from '../log/explain.ts'
import type { Log } from '../log/log.ts'

/** The name that the packages give the desktop entry (electron-builder's `linux`). */
const ENTRY = 'earshot.desktop'
const ANSWER_MS = 5_000

export interface SchemesParts {
  readonly platform: NodeJS.Platform
  readonly app: Pick<App, 'isDefaultProtocolClient' | 'setAsDefaultProtocolClient' | 'removeAsDefaultProtocolClient'>
  readonly log: Log
}

/** Whose addresses like `tel:` are on this machine, for this user. */
export function createSchemes(parts: SchemesParts) {
  return parts.platform === 'linux' ? onLinux(parts.log) : byElectron(parts.app)
}

/** On Linux Electron waits for `xdg-settings` with main's own thread; the same question is asked beside it here. */
function onLinux(log: Log) {
  const entryOf = (scheme: LinkScheme) => ask(['query', 'default', `x-scheme-handler/${scheme}`], log)
  return {
    owner: async (scheme: LinkScheme): Promise<SchemeOwner> =>
      (await entryOf(scheme)).trim() === ENTRY ? 'earshot' : 'other',
    take: async (scheme: LinkScheme, on: boolean): Promise<void> => {
      // xdg-mime has no word for letting go: another program that takes the scheme does.
      if (on) await ask(['default', ENTRY, `x-scheme-handler/${scheme}`], log)
    },
  }
}

function ask(words: readonly string[], log: Log): Promise<string> {
  return new Promise((resolve) => {
    execFile('xdg-mime', words, { timeout: ANSWER_MS }, (error, answer) => {
      if (error) log.warn('the system was not asked about links', { error: explain(error) })
      resolve(error ? '' : answer)
    })
  })
}

function byElectron(app: SchemesParts['app']) {
  return {
    owner: async (scheme: LinkScheme): Promise<SchemeOwner> =>
      app.isDefaultProtocolClient(scheme) ? 'earshot' : 'other',
    take: async (scheme: LinkScheme, on: boolean): Promise<void> => {
      if (on) app.setAsDefaultProtocolClient(scheme)
      else app.removeAsDefaultProtocolClient(scheme)
    },
  }
}
