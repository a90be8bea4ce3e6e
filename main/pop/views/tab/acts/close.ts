import type { Leaving } from '../../ask/leave.ts'
import type { Questions } from '../../ask/questions.ts'
import type { Tab } from '../tab.ts'

/** So long a page may take to go; one that does not answer is ended. */
const patienceMs = 3_000

/** How a view goes: asked, or at once. */
export function closer({ id, contents }: Tab, leaving: Leaving, questions: Questions) {
  const end = () => {
    if (!contents.isDestroyed()) contents.close()
  }
  const ask = () => {
    if (contents.isDestroyed()) return
    const patience = setTimeout(end, patienceMs)
    // It has answered that it wants to stay: now it is the agent who takes their time.
    contents.once('will-prevent-unload', () => clearTimeout(patience))
    leaving.leave({ closing: true }, () => contents.close({ waitForBeforeUnload: true }))
  }
  const close = () => {
    // It stands still in a dialog or has no process: there is nobody to ask.
    const stands = questions.isAsking(id, 'dialog') || contents.isCrashed()
    // Never inside a call of Chromium's own, as when a window is closed that is just being made.
    setImmediate(stands ? end : ask)
  }
  return { close, end }
}
