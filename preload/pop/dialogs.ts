import { ipcRenderer, webFrame } from 'electron'
import type { PageDialogAnswer } from '../contract.ts'
import { dialogOf } from './asked-dialog.ts'
import { createPrinting } from './printing.ts'

/**
 * `alert`, `confirm` and `prompt` of the top frame stand still until the agent has answered beside the page. They must
 * be replaced in the page's own world, which has no function of ours: what is asked crosses as an event that only the two
 * know the name of, and the answer comes back before `dispatchEvent` has returned.
 */
export function replaceDialogs(): void {
  // `randomUUID` is for secure contexts alone, and a CRM may be without TLS.
  const name = crypto.getRandomValues(new Uint32Array(4)).join('-')
  let silent = false
  window.addEventListener(name, (event) => {
    const asked = event instanceof CustomEvent ? dialogOf(event.detail) : null
    if (asked === null || silent) return
    const { ok, text, noMore }: PageDialogAnswer = ipcRenderer.sendSync('page.dialog', asked)
    silent = noMore
    if (ok) event.preventDefault()
    window.dispatchEvent(new CustomEvent(`${name}-answer`, { detail: text }))
  })
  const mayPrint = createPrinting()
  window.addEventListener(`${name}-print`, (event) => {
    if (mayPrint()) event.preventDefault()
  })
  void webFrame.executeJavaScript(`(${replaceInPage})(${JSON.stringify(name)})`)
}

/** Runs in the page's world, from its text: it must need nothing of this file. */
function replaceInPage(name: string): void {
  const { dispatchEvent, addEventListener } = EventTarget.prototype
  const [Message, stringify, text] = [CustomEvent, JSON.stringify, String]
  const ask = (dialog: string, question: unknown, initial: unknown = '') => {
    let answer = ''
    const keep = (event: Event) => {
      if (event instanceof Message) answer = event.detail
    }
    addEventListener.call(window, `${name}-answer`, keep, { once: true })
    const detail = stringify([dialog, text(question).slice(0, 2_000), text(initial).slice(0, 2_000)])
    const stays = dispatchEvent.call(window, new Message(name, { detail, cancelable: true }))
    return { ok: !stays, text: answer }
  }
  window.alert = function alert(question: unknown = '') {
    ask('alert', question)
  }
  window.confirm = function confirm(question: unknown = '') {
    return ask('confirm', question).ok
  }
  const { print } = window
  window.print = () => {
    const isRefused = dispatchEvent.call(window, new Message(`${name}-print`, { cancelable: true }))
    if (!isRefused) print.call(window)
  }
  window.prompt = function prompt(question: unknown = '', initial: unknown = '') {
    const answer = ask('prompt', question, initial)
    return answer.ok ? answer.text : null
  }
}
