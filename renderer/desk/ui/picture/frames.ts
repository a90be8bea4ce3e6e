/** `waiting`: none has come yet; `missing`: none has come for too long; `still`: there was one, and no other after it. */
export type FrameState = 'waiting' | 'moving' | 'still' | 'missing'

/** Without a first frame for so long, something is wrong; a shared screen on which nothing happens sends few. */
const firstMs = 5_000
const nextMs = 10_000

type Screen = Pick<HTMLVideoElement, 'requestVideoFrameCallback' | 'cancelVideoFrameCallback' | 'srcObject'>

/** Shows a stream in a video element, and tells whether frames really arrive. */
export function shown(stream: MediaStream, tell: (state: FrameState) => void): (video: Screen) => () => void {
  return (video) => {
    video.srcObject = stream
    tell('waiting')
    let timer = setTimeout(() => tell('missing'), firstMs)
    const frame = () => {
      clearTimeout(timer)
      tell('moving')
      timer = setTimeout(() => tell('still'), nextMs)
      handle = video.requestVideoFrameCallback(frame)
    }
    let handle = video.requestVideoFrameCallback(frame)
    return () => {
      clearTimeout(timer)
      video.cancelVideoFrameCallback(handle)
      video.srcObject = null
    }
  }
}
