import { randomUUID } from 'node:crypto'
import type { PopAnswer, PopQuestion } from '#contract'
import type { ViewFact } from '../../views.ts'

type Kind = PopQuestion['kind']
type Unaddressed<Q> = Q extends PopQuestion ? Omit<Q, 'id' | 'tab'> : never
/** A question before it has an id and is anybody's. */
export type Asked = Unaddressed<PopQuestion>
export type Answered<Q extends Asked> = Extract<PopAnswer, { kind: Q['kind'] }>

/** Who asks: a tab, and how it tells. */
export interface Asker {
  readonly id: string
  readonly tell: (fact: ViewFact) => void
}

/** What pages, their servers and their files wait for, until the agent answers or nobody needs it any more. */
export interface Questions {
  /** Null: it was never answered, and need not be. */
  ask<Q extends Asked>(asker: Asker, question: Q): Promise<Answered<Q> | null>
  answer(id: string, answer: PopAnswer): void
  /** What this tab asks of these kinds, or of any, is not wanted any more. */
  drop(tab: string, kinds?: readonly Kind[]): void
  isAsking(tab: string, kind: Kind): boolean
}

interface Open {
  readonly asker: Asker
  readonly kind: Kind
  readonly settle: (answer: PopAnswer | null) => void
}

export function createQuestions(): Questions {
  const open = new Map<string, Open>()
  const settle = (id: string, answer: PopAnswer | null) => {
    const question = open.get(id)
    if (question === undefined) return
    open.delete(id)
    question.settle(answer)
  }
  const ofTab = (tab: string) => [...open].filter(([, { asker }]) => asker.id === tab)
  const put = (asker: Asker, question: Asked, settle: Open['settle']) => {
    const id = randomUUID()
    open.set(id, { asker, kind: question.kind, settle })
    asker.tell({ type: 'asks', question: { ...question, id, tab: asker.id } })
  }
  return {
    ask: <Q extends Asked>(asker: Asker, question: Q) =>
      new Promise<Answered<Q> | null>((resolve) => {
        // `answer` below lets no other kind through.
        put(asker, question, (answer) => resolve(answer as Answered<Q> | null))
      }),
    answer: (id, answer) => {
      if (open.get(id)?.kind === answer.kind) settle(id, answer)
    },
    drop: (tab, kinds) => {
      for (const [id, { kind, asker }] of ofTab(tab)) {
        if (kinds !== undefined && !kinds.includes(kind)) continue
        asker.tell({ type: 'asks-no-more', id })
        settle(id, null)
      }
    },
    isAsking: (tab, kind) => ofTab(tab).some(([, question]) => question.kind === kind),
  }
}
