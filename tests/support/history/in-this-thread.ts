import type { Answer, Question } from '#main/calls/history/protocol.ts'
import { createKeeper, type KeeperWords } from '#main/calls/history/store/keeper.ts'
import type { WorkerLike } from '#main/calls/history/thread.ts'

export interface PretendThread extends WorkerLike {
  readonly asked: readonly Question[]
  /** It dies, as a thread does that was out of memory. */
  die(): void
}

/** The thread's code in this one: answers come when everything that runs now has run. */
export function threadHere(): PretendThread {
  const asked: Question[] = []
  const listeners = { message: [] as ((answer: Answer) => void)[], error: [] as ((error: Error) => void)[] }
  const say = (answer: Answer) => queueMicrotask(() => listeners.message.map((hear) => hear(answer)))
  const verbs = createKeeper((setAside) => say({ setAside }))
  let dead = false
  function answer<N extends keyof KeeperWords>({ id, name, input }: Question<N>): void {
    try {
      say({ id, output: verbs[name](input) })
    } catch (error) {
      say({ id, error: error instanceof Error ? error.message : String(error) })
    }
  }
  return {
    asked,
    postMessage: (question) => {
      asked.push(question)
      if (!dead) answer(question)
    },
    on: (event: string, listener: unknown) => {
      if (event === 'message') listeners.message.push(listener as (answer: Answer) => void)
      if (event === 'error') listeners.error.push(listener as (error: Error) => void)
    },
    terminate: () => Promise.resolve(0),
    die: () => {
      dead = true
      verbs.close(undefined)
      for (const hear of listeners.error) hear(new Error('out of memory'))
    },
  }
}
