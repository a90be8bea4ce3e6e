import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { DownloadItem, Session, WebContents } from 'electron'
import type { PopDownload } from '#contract'
import { codeOf, explain } from '../../../log/explain.ts'
import type { Questions } from '../ask/questions.ts'
import type { ViewsGround } from '../ground.ts'
import type { Tab } from '../tab/tab.ts'
import { keepAt, keepBeside } from './file-place.ts'
import { givenName } from './given-name.ts'

type Ground = Pick<
  ViewsGround,
  'temporary' | 'downloads' | 'cleanFileName' | 'markFile' | 'askWhere' | 'showInFolder' | 'log'
>

/** Files that pages give: each is asked about, and none is ever opened. */
export interface Downloads {
  hear(session: Session, tabOf: (contents: WebContents | null) => Tab | undefined): void
  act(id: string, verb: 'cancel' | 'show' | 'forget'): void
  /** What is not whole yet is given up. */
  cancelAll(): void
}

interface Kept {
  readonly cancel: () => void
  path: string | null
}

/** How often a growing file is told of. */
const tellMs = 250

export function createDownloads(ground: Ground, questions: Questions): Downloads {
  const kept = new Map<string, Kept>()
  const begin = async (tab: Tab, item: DownloadItem) => {
    const given = givenName(item.getContentDisposition(), item.getFilename())
    const file = ground.cleanFileName(given) || 'file'
    // A small one has come before anybody has answered, however soon it was told to pause.
    const over = ended(item)
    const to = await placeFor(tab, item, file, ground, questions)
    if (to === null) {
      item.cancel()
      return rm(item.getSavePath(), { force: true })
    }
    const id = randomUUID()
    const one: Kept = { cancel: () => item.cancel(), path: null }
    kept.set(id, one)
    const tell = teller(tab, item, id, to.name)
    item.on('updated', tell.progress)
    item.resume()
    const state = await over
    one.path = state === 'completed' ? await keep(item.getSavePath(), to, ground) : null
    tell.end(state === 'completed' && one.path === null ? 'failed' : endings[state])
  }
  return {
    hear: (session, tabOf) =>
      session.on('will-download', (event, item, contents) => {
        const tab = tabOf(contents)
        if (tab === undefined) return event.preventDefault()
        // Chromium's own file until the agent has said where to; without a path Electron would ask by itself.
        item.setSavePath(join(ground.temporary, `earshot-${randomUUID()}.part`))
        item.pause()
        void begin(tab, item).catch((error: unknown) => {
          ground.log.error('a download went wrong', { error: explain(error) })
        })
      }),
    act: (id, verb) => {
      const one = kept.get(id)
      if (verb === 'show' && one?.path) ground.showInFolder(one.path)
      if (verb === 'cancel') one?.cancel()
      if (verb === 'forget') kept.delete(id)
    },
    cancelAll: () => {
      for (const { cancel } of kept.values()) cancel()
      kept.clear()
    },
  }
}

type Ending = 'completed' | 'cancelled' | 'interrupted'

const endings: { readonly [E in Ending]: PopDownload['state'] } = {
  completed: 'done',
  cancelled: 'cancelled',
  interrupted: 'failed',
}

function ended(item: DownloadItem): Promise<Ending> {
  return new Promise((resolve) => {
    item.once('done', (_, state) => resolve(state))
  })
}

interface Place {
  readonly name: string
  put(from: string): Promise<string>
}

/** Null: nowhere. */
async function placeFor(
  tab: Tab,
  item: DownloadItem,
  file: string,
  { downloads, askWhere, markFile: mark }: Ground,
  questions: Questions,
): Promise<Place | null> {
  const bytes = item.getTotalBytes() || null
  const answer = await questions.ask(tab, { kind: 'download', host: hostOf(item.getURL()), file, bytes })
  if (answer === null || answer.to === 'nowhere') return null
  if (answer.to === 'downloads') return { name: file, put: (from) => keepBeside(downloads, file, { from, mark }) }
  const path = await askWhere(file)
  return path === null ? null : { name: basename(path), put: (from) => keepAt(path, { from, mark }) }
}

/** Also of what the page made itself (`blob:https://…`). */
function hostOf(url: string): string {
  const own = url.replace(/^blob:/, '')
  return URL.canParse(own) ? new URL(own).host : ''
}

async function keep(from: string, { put }: Place, { log }: Ground): Promise<string | null> {
  try {
    return await put(from)
  } catch (error) {
    log.warn('a download could not be kept', { code: codeOf(error) })
    return null
  } finally {
    await rm(from, { force: true })
  }
}

function teller({ id: tab, tell }: Tab, item: DownloadItem, id: string, file: string) {
  let last = 0
  const say = (state: PopDownload['state']) => {
    const bytes = item.getTotalBytes() || null
    tell({ type: 'download', download: { id, tab, file, bytes, received: item.getReceivedBytes(), state } })
  }
  say('going')
  return {
    progress: () => {
      if (performance.now() - last < tellMs) return
      last = performance.now()
      say('going')
    },
    end: say,
  }
}
