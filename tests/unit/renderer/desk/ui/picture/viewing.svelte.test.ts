// @vitest-environment jsdom
import { flushSync } from 'svelte'
import { expect, test } from 'vitest'
import type { PictureSignal } from '#contract'
import { type Look, Viewing } from '#renderer/desk/ui/picture/viewing.svelte.ts'
import { fakeBridge } from '#support/desk-preview/fake-bridge.ts'
import { deskState } from '#support/desk-preview/state.ts'

/** A connection that answers at once, and whose pictures come when the test says so. */
function fakePeer() {
  const events = new EventTarget()
  const offers: string[] = []
  let closed = false
  return {
    offers,
    isClosed: () => closed,
    shows: (id: string) => {
      const stream = Object.assign(new EventTarget(), { id })
      const track = new EventTarget()
      events.dispatchEvent(Object.assign(new Event('track'), { streams: [stream], track }))
      return track
    },
    peer: {
      setRemoteDescription: async ({ sdp = '' }: RTCSessionDescriptionInit) => void offers.push(sdp),
      setLocalDescription: async () => undefined,
      localDescription: { sdp: 'answer' } as RTCSessionDescription,
      iceGatheringState: 'complete' as const,
      addEventListener: events.addEventListener.bind(events) as RTCPeerConnection['addEventListener'],
      removeEventListener: events.removeEventListener.bind(events) as RTCPeerConnection['removeEventListener'],
      close: () => {
        closed = true
      },
    },
  }
}

function start() {
  const fake = fakeBridge(deskState({ language: 'en', theme: 'light' }))
  const peers: ReturnType<typeof fakePeer>[] = []
  let names = 0
  const viewing = new Viewing(fake.bridge, {
    connect: () => {
      const peer = fakePeer()
      peers.push(peer)
      return peer.peer
    },
    newName: () => `v${++names}`,
  })
  let wish = $state<Look>({ callId: 'c1', far: true, self: true })
  const leave: (() => void)[] = []
  const stop = $effect.root(() => {
    $effect(() => viewing.look(() => wish)(document.body))
  })
  leave.push(stop)
  flushSync()
  const settle = () => new Promise((resolve) => setImmediate(resolve))
  return {
    ...fake,
    viewing,
    peers,
    leave: stop,
    wish: (other: Look) => {
      wish = other
      flushSync()
    },
    offer: async (signal: Partial<PictureSignal>) => {
      fake.send('picture.fromPhone', { viewing: 'v1', round: 0, sdp: 'offer', ...signal })
      await settle()
    },
    of: (name: string) => fake.asked.filter((one) => one.name === name).map(({ input }) => input),
  }
}

test('an offer of this viewing is answered, and its pictures are shown by their names', async () => {
  const { viewing, peers, offer, of } = start()
  await offer({ round: 3 })
  peers[0]?.shows('far')
  peers[0]?.shows('self')

  expect(of('picture.want')).toEqual([{ callId: 'c1', far: true, self: true, viewing: 'v1' }])
  expect(of('picture.toPhone')).toEqual([{ viewing: 'v1', round: 3, sdp: 'answer' }])
  expect([viewing.far?.id, viewing.self?.id]).toEqual(['far', 'self'])
})

test('a signal of another page is not for this one', async () => {
  const { peers, offer } = start()
  await offer({ viewing: 'v0' })

  expect(peers).toEqual([])
})

test('hiding one’s own picture goes on with the same viewing; another call is another one', async () => {
  const { wish, of, offer, peers } = start()
  await offer({})
  wish({ callId: 'c1', far: true, self: false })
  expect(peers[0]?.isClosed()).toBe(false)
  wish({ callId: 'c2', far: true, self: false })

  expect(of('picture.want').map((one) => (one as { viewing: string }).viewing)).toEqual(['v1', 'v1', 'v2'])
  expect(peers[0]?.isClosed()).toBe(true)
})

test('another phone window counts from the beginning, and is connected with anew', async () => {
  const { peers, offer } = start()
  await offer({ round: 0 })
  await offer({ round: 1, sdp: 'changed' })
  expect(peers[0]?.offers).toEqual(['offer', 'changed'])

  await offer({ round: 0, sdp: 'another' })
  expect(peers[0]?.isClosed()).toBe(true)
  expect(peers[1]?.offers).toEqual(['another'])
})

test('a picture that ends is gone, and who leaves looks at nothing', async () => {
  const { viewing, peers, offer, leave, of } = start()
  await offer({})
  const track = peers[0]?.shows('far')
  track?.dispatchEvent(new Event('ended'))
  expect(viewing.far).toBeNull()

  leave()
  expect(of('picture.want').at(-1)).toBeNull()
  expect(peers[0]?.isClosed()).toBe(true)
})
