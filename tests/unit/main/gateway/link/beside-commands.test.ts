import { expect, test } from 'vitest'
import type { Operation } from '#main/gateway/gateway.ts'
import { openLink } from '#main/gateway/link/link.ts'
import { createCredential } from '#main/gateway/transport/credential.ts'
import type { Connection } from '#main/gateway/transport/transport.ts'

const log = { info: () => undefined, warn: () => undefined, error: () => undefined }
const asking = (path: string, beside: boolean): Operation<void> => ({
  method: 'GET',
  path,
  read: () => undefined,
  timeoutMs: 1_000,
  ...(beside && { besideCommands: true }),
})

test('a command waits for the one before it, and for no query of the directory', async () => {
  const asked: string[] = []
  const connection: Connection = {
    request: ({ path }) => {
      asked.push(path)
      return new Promise(() => undefined)
    },
    listen: () => undefined,
    check: () => undefined,
    close: () => undefined,
  }
  const opened = await openLink(
    {
      transport: { connect: () => Promise.resolve({ ok: true, value: connection }), handshakeMs: null },
      credential: createCredential(),
      agentId: '6001',
      log,
      now: () => 0,
      listeners: {
        onEvents: () => undefined,
        onAccepted: () => undefined,
        onRefused: () => undefined,
        onLost: () => undefined,
      },
    },
    { againMs: null, timeoutMs: 1_000 },
  )
  if (!opened.ok) throw new Error('the link did not open')

  void opened.value.run(asking('/directory', true))
  void opened.value.run(asking('/answer', false))
  void opened.value.run(asking('/mute', false))
  void opened.value.run(asking('/more-directory', true))
  await new Promise((resolve) => setImmediate(resolve))

  expect(asked.toSorted()).toEqual(['/answer', '/directory', '/more-directory'])
  opened.value.close()
})
