import type { MessagePort } from 'node:worker_threads'
import type { Answer, OnSetAside, Question } from './words.ts'

type Serving = Readonly<Record<string, (input: never) => unknown>>

/** The thread's side: SQLite works in here, so that whatever it takes, main goes on. */
export function serveDatabase(port: MessagePort | null, keeper: (onSetAside: OnSetAside) => Serving): void {
  if (port === null) throw new Error('this file is a thread of its own')
  const say = (answer: Answer) => port.postMessage(answer)
  const verbs = keeper((file) => say({ setAside: file }))
  port.on('message', ({ id, name, input }: Question) => {
    try {
      say({ id, output: verbs[name]?.(input as never) })
    } catch (error) {
      say({ id, error: error instanceof Error ? error.message : String(error) })
    }
  })
}
