import { beforeEach, expect, test, vi } from 'vitest'
import { type FrameState, shown } from '#renderer/desk/ui/picture/frames.ts'

beforeEach(() => {
  vi.useFakeTimers()
})

function start() {
  const told: FrameState[] = []
  let next: (() => void) | undefined
  const video = {
    srcObject: null as MediaStream | null,
    requestVideoFrameCallback: (callback: VideoFrameRequestCallback) => {
      next = () => callback(0, {} as VideoFrameCallbackMetadata)
      return 1
    },
    cancelVideoFrameCallback: () => {
      next = undefined
    },
  }
  const stop = shown({} as MediaStream, (state) => void told.push(state))(video)
  return { told, stop, frame: () => next?.(), video }
}

test('a picture that moves is told of, and one that stands still after that', () => {
  const { told, frame } = start()
  frame()
  vi.advanceTimersByTime(10_000)

  expect(told).toEqual(['waiting', 'moving', 'still'])
})

test('none within five seconds is missing', () => {
  const { told } = start()
  vi.advanceTimersByTime(5_000)

  expect(told).toEqual(['waiting', 'missing'])
})

test('nothing is told of a picture that nobody looks at any more', () => {
  const { told, stop, video } = start()
  stop()
  vi.advanceTimersByTime(60_000)

  expect(told).toEqual(['waiting'])
  expect(video.srcObject).toBeNull()
})
