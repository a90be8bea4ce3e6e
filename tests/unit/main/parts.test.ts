import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { createParts, type Given } from '#main/parts.ts'
import { keepDays } from '#main/profile/days.ts'
import { keepMemory } from '#main/profile/memory.ts'
import { keepMessages } from '#main/profile/messages.ts'
import { openProfiles } from '#main/profile/profiles.ts'
import { keepDoors } from '#main/profile/programs.ts'
import { keepSettings } from '#main/profile/settings.ts'
import { requestsOf } from '#main/requests.ts'
import { noViews } from '#support/pop/no-views.ts'

const log = { info: vi.fn(), warn: vi.fn(), error: vi.fn() }

/** Nothing is asked of the history here. */
function noThread(): never {
  throw new Error('there is no thread')
}

/** A file of ours that nobody writes to the disk. */
function emptyFile() {
  let content: unknown
  return {
    read: () => content,
    write: (next: Record<string, unknown>) => {
      content = next
    },
    setAside: () => null,
  }
}

function givenHere(): Given {
  const userData = mkdtempSync(join(tmpdir(), 'earshot-parts-'))
  const nobody = () => Promise.resolve(null)
  return {
    profiles: openProfiles({ argv: [], workingFolder: userData, userData, beside: [], log }),
    settings: keepSettings(emptyFile(), log),
    memory: keepMemory(emptyFile(), log),
    days: keepDays(emptyFile(), log),
    messages: keepMessages(emptyFile(), log),
    vault: {
      refusal: () => Promise.resolve('no-key-store'),
      has: () => false,
      keep: () => Promise.resolve({ ok: false, reason: 'no-key-store' }),
      read: () => Promise.resolve({ ok: false, reason: 'none' }),
      forget: () => ({ ok: true }),
      setAside: null,
    },
    directoryGround: { userData, contactFiles: { toOpen: nobody, toSave: nobody }, language: () => 'en' },
    doorsGround: {
      schemes: { owner: () => Promise.resolve('other'), take: () => Promise.resolve() },
      kept: keepDoors(emptyFile(), log),
      selection: () => Promise.resolve(''),
      openDesk: () => undefined,
    },
    chatsGround: { file: join(userData, 'chats.db'), startWorker: noThread },
    historyGround: { file: join(userData, 'history.db'), startWorker: noThread },
    chatFilesGround: { askWhere: nobody, addressOf: String, platform: 'linux' },
    popGround: { makeViews: noViews, openInBrowser: vi.fn() },
    screens: { list: () => Promise.resolve({ by: 'system' }), choose: vi.fn(), take: () => null },
    log,
    tell: { desk: vi.fn(), phone: vi.fn(), alert: vi.fn(), pages: vi.fn() },
    onChange: () => undefined,
    onRing: () => undefined,
    isUntrusted: () => false,
    onProfile: () => undefined,
    now: () => 1_000,
  }
}

test('all parts are made, and tell a desk everything, before anybody has signed in', () => {
  const given = givenHere()
  const parts = createParts(given)
  const handlers = requestsOf({
    parts,
    settings: given.settings,
    profiles: given.profiles,
    desktop: {
      requests: {
        'desktop.tryHotkey': () => undefined,
        'desktop.painted': () => undefined,
        'desktop.quit': () => undefined,
        'desktop.windowSize': () => undefined,
        'desktop.openLink': () => Promise.resolve(false),
        'desktop.mailPage': () => '',
      },
      current: () => ({
        hotkeys: { answer: 'off', hangUp: 'off', mute: 'off', dial: 'off' },
        tryingHotkey: null,
        failedAlerts: [],
        askingToQuit: false,
        language: 'en',
        version: '0',
      }),
      chooseProfile: () => Promise.resolve(null),
      settingsChanged: () => undefined,
      openDesk: () => undefined,
      showChat: () => undefined,
      painted: () => undefined,
    },
  })
  parts.begin(new Promise(() => undefined))

  expect(handlers.desk['desk.current'](undefined)).toMatchObject({
    agent: { status: 'signed-out' },
    calls: { list: [] },
    chats: { list: [] },
    pop: { pages: [], tabs: [], shown: null, place: 'desk' },
    doors: { wish: null, local: { wanted: 'off', port: null } },
  })
  expect(handlers.phone['line.started'](undefined)).toMatchObject({ microphoneFor: null, cameraFor: null })
})
