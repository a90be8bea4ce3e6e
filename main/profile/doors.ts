import { z } from 'zod'

const port = z.int('1024 … 65535').min(1_024, '1024 … 65535').max(65_535, '1024 … 65535')

/** As browsers say it: scheme, host and port, and nothing behind them. */
const origin = z.string().refine(isOrigin, 'https://host[:port]')

function isOrigin(text: string): boolean {
  return URL.canParse(text) && /^https?:/.test(text) && new URL(text).origin === text
}

/** The doors for other programs that a site opens; absent: none, and the agent may open the local interface. */
export const doorsShape = z.strictObject({
  /** The local interface, for programs that the agent gives a token. */
  local: z.boolean().default(false),
  /** Where on the loopback address it listens. */
  port: port.default(7_690),
  /** The local WebSockets of OpenEye, for pages built on its SDK (spec/media-and-services.md 4.2); absent: off. */
  openEye: z
    .strictObject({
      origins: z.array(origin).min(1, '["https://host"]').max(20, '≤ 20').readonly(),
      daemonPort: port.default(7_682),
      servicePort: port.default(7_684),
      generation: z.enum(['tup', 'tsdk'], 'tup | tsdk').default('tsdk'),
    })
    .exactOptional(),
})
