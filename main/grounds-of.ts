import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { App, Clipboard, Dialog, Shell } from 'electron'
import type { ChatFilesGround } from './chat-files-of-site.ts'
import type { ChatsGround } from './chats-of-site.ts'
import { askWhereToKeep } from './desktop/chat-file-place.ts'
import { createContactFiles } from './desktop/contact-files.ts'
import type { DesktopPart } from './desktop/desktop.ts'
import { selectedText } from './desktop/links.ts'
import { openLink } from './desktop/open-link.ts'
import { createSchemes } from './desktop/schemes.ts'
import { mediaAddress } from './desktop/windows/media-scheme/media-scheme.ts'
import type { DirectoryGround } from './directory-of-site.ts'
import type { DoorsGround } from './doors-of-site.ts'
import type { HistoryGround } from './history-of-site.ts'
import type { Log } from './log/log.ts'
import type { Given } from './parts.ts'
import type { MakeViews } from './pop/views.ts'

/** What of Electron the parts stand on. */
export interface Grounds {
  readonly app: App
  readonly clipboard: Clipboard
  readonly dialog: Dialog
  readonly shell: Shell
  readonly doors: DoorsGround['kept']
  readonly log: Log
  readonly desktop: () => DesktopPart
  readonly makeViews: MakeViews
}

type Made = Pick<
  Given,
  'directoryGround' | 'doorsGround' | 'historyGround' | 'chatsGround' | 'chatFilesGround' | 'popGround'
>

/** This machine, as the parts need it. */
export function groundsOf(grounds: Grounds): Made {
  const { app, shell, log, makeViews } = grounds
  return {
    directoryGround: groundOfDirectory(grounds),
    doorsGround: groundOfDoors(grounds),
    historyGround: groundOfStore(app, 'history'),
    chatsGround: groundOfStore(app, 'chats'),
    chatFilesGround: groundOfChatFiles(grounds),
    popGround: { makeViews, openInBrowser: (url) => void openLink(url, shell, log) },
  }
}

function groundOfDirectory({ app, dialog, desktop }: Grounds): DirectoryGround {
  return {
    userData: app.getPath('userData'),
    contactFiles: createContactFiles(dialog, () => desktop().windows.desk.window),
    language: () => desktop().current().language,
  }
}

function groundOfChatFiles({ dialog, desktop }: Grounds): ChatFilesGround {
  return {
    askWhere: askWhereToKeep(dialog, () => desktop().windows.desk.window),
    addressOf: mediaAddress,
    platform: process.platform,
  }
}

function groundOfDoors({ app, clipboard, doors: kept, log, desktop }: Grounds): DoorsGround {
  const { platform } = process
  return {
    kept,
    schemes: createSchemes({ platform, app, log }),
    selection: () => selectedText(clipboard, platform),
    openDesk: () => desktop().windows.desk.front(),
  }
}

/** A store's file, and its thread, whose code lies beside this file once it is built, in the archive too. */
function groundOfStore(app: App, name: 'history' | 'chats'): HistoryGround & ChatsGround {
  return {
    file: join(app.getPath('userData'), `${name}.db`),
    startWorker: () => new Worker(join(import.meta.dirname, `${name}-worker.js`)),
  }
}
