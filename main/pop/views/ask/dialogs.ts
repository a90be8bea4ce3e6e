import type { IpcMainEvent } from 'electron'
import { z } from 'zod'
import type { PageDialog, PageDialogAnswer } from '#contract'
import type { Tab } from '../tab/tab.ts'
import type { Questions } from './questions.ts'

const shape: z.ZodType<PageDialog> = z.strictObject({
  dialog: z.enum(['alert', 'confirm', 'prompt']),
  text: z.string().max(2_000),
  initial: z.string().max(2_000),
})

const nothing: PageDialogAnswer = { ok: false, text: '', noMore: false }

type Asked = Pick<IpcMainEvent, 'returnValue'> & {
  readonly senderFrame: { readonly parent: unknown } | null
}

/**
 * What the page asks of the agent (preload/pop/dialogs.ts). It stands still until there is an answer; main and all other
 * views go on. `noMore` holds until the page is another one.
 */
export function serveDialogs({ id, contents, tell }: Tab, questions: Questions): void {
  let asked = 0
  let noMore = false
  contents.on('did-navigate', () => {
    asked = 0
    noMore = false
  })
  const ask = async (dialog: PageDialog): Promise<PageDialogAnswer> => {
    asked += 1
    const answer = await questions.ask({ id, tell }, { kind: 'dialog', ...dialog, repeated: asked > 1 })
    noMore = answer?.noMore === true
    return answer === null ? nothing : { ok: answer.ok, text: answer.text ?? '', noMore }
  }
  contents.ipc.on('page.dialog', (event: Asked, raw: unknown) => {
    const dialog = shape.safeParse(raw)
    const isTop = event.senderFrame !== null && event.senderFrame.parent === null
    if (!dialog.success || !isTop || noMore) event.returnValue = { ...nothing, noMore }
    else
      void ask(dialog.data).then((answer) => {
        event.returnValue = answer
      })
  })
}
