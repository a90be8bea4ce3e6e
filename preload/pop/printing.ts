import { ipcRenderer } from 'electron'

/** Whether the page may print now. Once refused it is until the agent does something in it, without asking main. */
export function createPrinting(): () => boolean {
  let refused = false
  const done = ({ isTrusted }: Event) => {
    if (isTrusted) refused = false
  }
  for (const name of ['pointerdown', 'keydown']) window.addEventListener(name, done, true)
  return () => {
    if (refused) return false
    refused = ipcRenderer.sendSync('page.print') !== true
    return !refused
  }
}
