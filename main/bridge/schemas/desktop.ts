import { z } from 'zod'
import type { DesktopRequests, NoticeRequests } from '#contract'
import { oneCall, oneId } from './parts.ts'
import type { SchemasOf } from './schemas-of.ts'

export const desktopInputs = {
  'desktop.tryHotkey': z.strictObject({ name: z.enum(['answer', 'hangUp', 'mute', 'dial']).nullable() }),
  'desktop.painted': oneCall,
  'desktop.quit': z.strictObject({ confirmed: z.boolean() }),
  'desktop.windowSize': z.strictObject({ height: z.int().min(1).max(4_000) }),
  'desktop.openLink': z.strictObject({ url: z.url({ protocol: /^https?$/ }).max(8_192) }),
  'desktop.mailPage': z.strictObject({ html: z.string().max(4_000_000), images: z.boolean() }),
  'notices.dismiss': oneId,
} satisfies SchemasOf<DesktopRequests & NoticeRequests>
