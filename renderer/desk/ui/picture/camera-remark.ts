import type { Camera } from '#contract'
import { m } from '../../messages/compiled/messages.js'

/** What is wrong with the camera, and what to do. */
export function cameraRemark({ status }: Camera): string | null {
  const words: { readonly [S in Camera['status']]: (() => string) | null } = {
    closed: null,
    open: null,
    missing: m.video_camera_missing,
    refused: m.video_camera_refused,
    unplugged: m.video_camera_unplugged,
    failed: m.video_camera_failed,
  }
  return words[status]?.() ?? null
}
