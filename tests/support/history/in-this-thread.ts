import { createKeeper } from '#main/calls/history/store/keeper.ts'
import type { WorkerLike } from '#main/database/thread.ts'
import type { Answer, OnSetAside, Question } from '#main/database/words.ts'

export interface PretendThread extends WorkerLike {
  readonly asked: readonly Question[]
  /** It dies, as a thread does that was out of memory. */
  die(): void
}

type Serving = Readonly<Record<string, (input: never) => unknown>>

/** The thread's code in this one: answers come when everything that runs now has run. */
export function threadHere(keeper: (onSetAside: OnSetAside) => Serving = createKeeper): PretendThread {
  const asked: Question[] = []
  const listeners = { message: [] as ((answer: Answer) => void)[], error: [] as ((error: Error) => void)[] }
  const say = (answer: Answer) => queueMicrotask(() => listeners.message.map((hear) => hear(answer)))
  const verbs = keeper((setAside) => say({ setAside }))
  let dead = false
  function answer({ id, name, input }: Question): void {
    try {
      say({ id, output: verbs[name]?.(input as never) })
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
      verbs.close?.(undefined as never)
      for (const hear of listeners.error) hear(new Error('out of memory'))
    },
  }
}
