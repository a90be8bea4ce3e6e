import type { Answer, Question, Words } from './words.ts'

/** What is used of a thread. */
export interface WorkerLike {
  postMessage(question: Question): void
  on(event: 'message', listener: (answer: Answer) => void): unknown
  on(event: 'error', listener: (error: Error) => void): unknown
  on(event: 'exit', listener: () => void): unknown
  terminate(): Promise<unknown>
}

export interface StoreThread<Asked extends Words<Asked>> {
  ask<N extends keyof Asked & string>(name: N, input: Asked[N]['input']): Promise<Asked[N]['output']>
  end(): Promise<void>
}

export interface StoreThreadOptions {
  readonly worker: WorkerLike
  readonly onSetAside: (file: string | null) => void
  /** Whatever was asked of it is not answered any more. */
  readonly onGone: (error: Error) => void
}

interface Waiting {
  readonly resolve: (output: never) => void
  readonly reject: (error: Error) => void
}

/** Main's side of the thread that holds a database. */
export function talkToStore<Asked extends Words<Asked>>({
  worker,
  onSetAside,
  onGone,
}: StoreThreadOptions): StoreThread<Asked> {
  const waiting = new Map<number, Waiting>()
  let asked = 0
  const settle = (id: number): Waiting | undefined => {
    const one = waiting.get(id)
    waiting.delete(id)
    return one
  }
  const fail = (error: Error) => {
    for (const id of [...waiting.keys()]) settle(id)?.reject(error)
    onGone(error)
  }
  worker.on('message', (answer) => {
    if ('setAside' in answer) onSetAside(answer.setAside)
    else if ('error' in answer) settle(answer.id)?.reject(new Error(answer.error))
    else settle(answer.id)?.resolve(answer.output as never)
  })
  worker.on('error', fail)
  worker.on('exit', () => fail(new Error('the thread has ended')))
  return {
    ask: (name, input) =>
      new Promise((resolve, reject) => {
        asked += 1
        waiting.set(asked, { resolve, reject })
        worker.postMessage({ id: asked, name, input })
      }),
    end: async () => void (await worker.terminate()),
  }
}
