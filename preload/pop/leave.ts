import { ipcRenderer } from 'electron'

/**
 * A page that wants to be asked before it is left has said so by the time its own listeners have run. Ours is the last
 * one, since it is put behind the others at each thing the agent does, without which no page may ask (HTML, "prompt to
 * unload"). Main answers when the agent has; it knows already where it was itself that is leaving.
 */
export function askBeforeLeaving(): void {
  const ask = (event: BeforeUnloadEvent) => {
    // One that the page has made itself leaves nothing; before any deed Chromium leaves it whatever it says.
    if (!event.isTrusted || !navigator.userActivation.hasBeenActive) return
    if (event.defaultPrevented || event.returnValue !== '') ipcRenderer.sendSync('page.leave')
  }
  const goLast = () => {
    window.removeEventListener('beforeunload', ask)
    window.addEventListener('beforeunload', ask)
  }
  goLast()
  for (const name of ['load', 'pointerdown', 'keydown']) window.addEventListener(name, goLast, true)
}
