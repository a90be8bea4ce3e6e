import { z } from 'zod'
import type { Settings } from '#contract'
import type { Log } from '../log/log.ts'
import { type Kept, keepRecord, type Migration, type RecordFile } from './kept-record.ts'

const share = z.number().min(0).max(1)
const device = z.object({ groupId: z.string().max(200), label: z.string().max(200) }).nullable()
const accelerator = z.string().min(1).max(60).nullable()

const fields = {
  language: z.enum(['en', 'zh-CN']).nullable(),
  theme: z.enum(['system', 'light', 'dark']),
  barMode: z.boolean(),
  goIdleAfterSignIn: z.boolean(),
  autoAnswer: z.boolean().nullable(),
  autoIdle: z.boolean().nullable(),
  devices: z.object({
    ...{ microphone: device, speaker: device, ringer: device },
    // Chosen since there is video; a file from before knows none.
    camera: device.default(null),
    ...{ ringVolume: share, speakerVolume: share },
  }),
  chat: z.object({
    ringVolume: share,
    messageSound: z.enum(['always', 'away', 'never']),
    notifyMessages: z.boolean(),
    notifyText: z.boolean(),
    autoAnswer: z.boolean().nullable(),
  }),
  pop: z.object({ width: z.number().min(1).max(100_000).nullable() }),
  hotkeys: z.object({
    ...{ answer: accelerator, hangUp: accelerator, mute: accelerator },
    // A file from before knows none, and gets none: a key is taken from other programs.
    dial: accelerator.default(null),
  }),
}

export const initialSettings: Settings = {
  language: null,
  theme: 'system',
  barMode: false,
  goIdleAfterSignIn: false,
  autoAnswer: null,
  autoIdle: null,
  devices: { microphone: null, speaker: null, ringer: null, camera: null, ringVolume: 0.8, speakerVolume: 1 },
  chat: { ringVolume: 0.6, messageSound: 'always', notifyMessages: true, notifyText: false, autoAnswer: null },
  pop: { width: null },
  hotkeys: { answer: 'Control+Alt+A', hangUp: 'Control+Alt+H', mute: 'Control+Alt+M', dial: 'Control+Alt+D' },
}

/** Each leads from one released shape of the file to the next; there has been one shape so far. */
const migrations: readonly Migration[] = []

export function keepSettings(file: RecordFile, log: Log): Kept<Settings> {
  return keepRecord<Settings>({ file, fields, initial: initialSettings, migrations, log })
}
