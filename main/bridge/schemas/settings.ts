import { z } from 'zod'
import type { SettingsRequests } from '#contract'
import { nothing, share, word } from './parts.ts'
import type { SchemasOf } from './schemas-of.ts'

const device = z.strictObject({ groupId: word, label: word }).nullable()
const accelerator = z.string().min(1).max(60).nullable()

export const settingsInputs = {
  'settings.change': z.strictObject({
    language: z.enum(['en', 'zh-CN']).nullable().exactOptional(),
    theme: z.enum(['system', 'light', 'dark']).exactOptional(),
    barMode: z.boolean().exactOptional(),
    goIdleAfterSignIn: z.boolean().exactOptional(),
    autoAnswer: z.boolean().nullable().exactOptional(),
    autoIdle: z.boolean().nullable().exactOptional(),
    devices: z
      .strictObject({
        ...{ microphone: device, speaker: device, ringer: device, camera: device },
        ...{ ringVolume: share, speakerVolume: share },
      })
      .exactOptional(),
    chat: z
      .strictObject({
        ringVolume: share,
        messageSound: z.enum(['always', 'away', 'never']),
        notifyMessages: z.boolean(),
        notifyText: z.boolean(),
        autoAnswer: z.boolean().nullable(),
      })
      .exactOptional(),
    pop: z.strictObject({ width: z.number().min(1).max(100_000).nullable() }).exactOptional(),
    hotkeys: z
      .strictObject({ answer: accelerator, hangUp: accelerator, mute: accelerator, dial: accelerator })
      .exactOptional(),
  }),
  'settings.tryRing': nothing,
  'settings.tryChatSound': z.strictObject({ sound: z.enum(['chat', 'message']) }),
  'settings.tryMicrophone': z.strictObject({ on: z.boolean() }),
} satisfies SchemasOf<SettingsRequests>
