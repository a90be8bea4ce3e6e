import type { Page } from '@playwright/test'

/** Plays the phone window: offers two moving pictures to the desk over a real connection, as it would. */
export async function showPictures(page: Page): Promise<void> {
  await page.waitForFunction(() => window.pretend.asked.some(({ name, input }) => name === 'picture.want' && input))
  // tsx writes a call of this round each named function, and the page knows none of it.
  await page.evaluate('globalThis.__name = (one) => one')
  await page.evaluate(offerPictures)
  await page.waitForFunction(() =>
    [...document.querySelectorAll('video')].some(({ videoWidth, readyState }) => videoWidth > 0 && readyState >= 2),
  )
}

/** Runs in the page. */
async function offerPictures(): Promise<void> {
  const want = window.pretend.asked.findLast(({ name, input }) => name === 'picture.want' && input)?.input as {
    viewing: string
    far: boolean
    self: boolean
  }
  const paint = (id: string, hue: number) => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 640, height: 360 })
    const pen = canvas.getContext('2d')
    let step = 0
    const draw = () => {
      if (!pen) return
      pen.fillStyle = `hsl(${hue} 30% 35%)`
      pen.fillRect(0, 0, 640, 360)
      pen.fillStyle = `hsl(${hue} 40% 75%)`
      pen.beginPath()
      pen.arc(320, 150 + (step % 10), 70, 0, 7)
      pen.arc(320, 380, 140, 0, 7)
      pen.fill()
      step += 1
    }
    setInterval(draw, 40)
    const stream = canvas.captureStream(25)
    return { id, track: stream.getVideoTracks()[0] as MediaStreamTrack }
  }
  const peer = new RTCPeerConnection()
  const streams = [want.far && paint('far', 210), want.self && paint('self', 30)].filter((one) => one !== false)
  const sections = streams.map(({ id, track }) => ({ id, ours: peer.addTrack(track, new MediaStream()) && id }))
  await peer.setLocalDescription()
  await new Promise<void>((resolve) => {
    const look = () => peer.iceGatheringState === 'complete' && resolve()
    peer.addEventListener('icegatheringstatechange', look)
    look()
  })
  // A browser names its streams itself; the phone window writes its own names in the same place.
  let at = 0
  const sdp = (peer.localDescription?.sdp ?? '')
    .split(/(?=^m=)/m)
    .map((part) => (part.startsWith('m=video') ? part.replace(/(a=msid:)\S+/g, `$1${sections[at++]?.id}`) : part))
    .join('')
  window.pretend.say('picture.fromPhone', { viewing: want.viewing, round: 0, sdp })
  const answered = () => window.pretend.asked.find(({ name }) => name === 'picture.toPhone')
  while (!answered()) await new Promise((resolve) => setTimeout(resolve, 20))
  await peer.setRemoteDescription({ ...(answered()?.input as { sdp: string }), type: 'answer' })
}
