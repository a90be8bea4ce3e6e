import type { AgentPlan } from '../platform/population.ts'
import type { Journal } from './journal.ts'
import { maskSip } from './mask.ts'

/** Notes each SIP message by its method, and by its status before the method where it is a response. */
export function noteSip(
  journal: Journal,
  agents: readonly AgentPlan[],
): (direction: 'in' | 'out', number: string | null, text: string, at: number) => void {
  return (direction, number, text, at) => {
    const agent = agents.find(({ softphone }) => softphone.number === (number ?? claimed(text)))?.workNumber ?? null
    journal.add(
      { plane: 'sip', direction, agent, kind: 'message', name: nameOf(text), detail: { number, text: maskSip(text) } },
      at,
    )
  }
}

/** Before a softphone has proved who it is, it is whom it says it is. */
function claimed(text: string): string | undefined {
  return /^From:.*?sips?:([^@>;]+)@/im.exec(text)?.[1]
}

/** What failed on the SIP side though nobody waited for it. */
export function noteSipFailure(journal: Journal): (what: string, error: unknown) => void {
  return (what, error) => {
    journal.add({ plane: 'sip', direction: null, agent: null, kind: 'fault', name: what, detail: String(error) })
  }
}

function nameOf(text: string): string {
  const status = /^SIP\/2\.0 (\d{3})/.exec(text)?.[1]
  const method = /^CSeq:\s*\d+\s+(\w+)/im.exec(text)?.[1] ?? ''
  if (status) return `${status} ${method}`
  return /^[A-Z]+(?= )/.exec(text)?.[0] ?? (text.trim() === '' ? 'keep-alive' : 'unreadable')
}
