import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Centre, Profile, ProfileOptions } from './centre.ts'
import type { SipSide } from './sip/sip-side.ts'

/** The connection profiles that lead to this centre. */
export function profiles(
  ports: Centre['gatewayPorts'],
  sip: SipSide,
  ca: string,
  mediaCache: { readonly url: string },
): Pick<Centre, 'profile' | 'writeProfile'> {
  const profile = ({
    transport = 'websocket',
    gateway = true,
    site,
    chat,
    doors,
    pages,
  }: ProfileOptions = {}): Profile => ({
    name: gateway ? 'Simulator' : 'Simulator, softphone only',
    ...(gateway && {
      gateway: {
        url: `https://localhost:${ports[transport]}/agentgateway`,
        transport,
        websocketUrl: `wss://localhost:${ports.websocket}/agentgateway/websocket/{agentId}`,
        ca: 'ca.pem',
        ...site,
      },
    }),
    sip: {
      servers: [sip.url],
      domain: 'localhost',
      iceServers: [],
      codecs: ['opus', 'PCMA', 'PCMU'],
      registerSeconds: 300,
      ca: 'ca.pem',
    },
    ...(chat && { chat: { mediaCache: { url: mediaCache.url, ca: 'ca.pem' }, ...chat } }),
    ...(doors && { doors }),
    ...(pages && { pages }),
  })
  return {
    profile,
    writeProfile: async (folder, options) => {
      const path = join(folder, 'profile.json')
      await mkdir(folder, { recursive: true })
      await writeFile(join(folder, 'ca.pem'), ca)
      await writeFile(path, `${JSON.stringify(profile(options), null, 2)}\n`)
      return path
    },
  }
}
