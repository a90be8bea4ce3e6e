import { parentPort } from 'node:worker_threads'
import type { Answer, Question } from '../protocol.ts'
import { createKeeper, type KeeperWords } from './keeper.ts'

/** The thread's entry: SQLite works in here, so that whatever it takes, main goes on. */
const port = parentPort
if (port === null) throw new Error('this file is a thread of its own')
const say = (answer: Answer) => port.postMessage(answer)
const verbs = createKeeper((file) => say({ setAside: file }))

function answer<N extends keyof KeeperWords>({ id, name, input }: Question<N>): void {
  try {
    say({ id, output: verbs[name](input) })
  } catch (error) {
    say({ id, error: error instanceof Error ? error.message : String(error) })
  }
}

port.on('message', (question: Question) => answer(question))
