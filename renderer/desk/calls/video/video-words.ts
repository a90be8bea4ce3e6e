import type { Call, VideoLayout } from '#contract'
import { m } from '../../messages/compiled/messages.js'
import type { FrameState } from '../../ui/picture/frames.ts'

/** Why there is no picture of the far side, or why it may not be one; null: it moves. */
export function farRemark({ phase, video }: Call, frames: FrameState): string | null {
  if (phase.name === 'held') return m.video_held()
  if (!video?.receiving) return m.video_far_none()
  const words = { waiting: m.video_connecting, missing: m.video_missing, still: m.video_still }
  return frames === 'moving' ? null : words[frames]()
}

export function layoutWord(layout: VideoLayout): string {
  const words = {
    equal: m.video_layout_equal,
    customer: m.video_layout_customer,
    agent: m.video_layout_agent,
    'third-party': m.video_layout_third,
  }
  return words[layout]()
}
