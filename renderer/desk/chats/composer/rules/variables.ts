/** What a canned reply may leave open (preload/contract/chat-replies.ts). */
export const variables = ['customer', 'agent', 'queue'] as const
export type Variable = (typeof variables)[number]
export type Values = { readonly [V in Variable]?: string | undefined }

const open = /\{(customer|agent|queue)\}/gi

/** Where a variable still stands open in a text. */
export interface Open {
  readonly start: number
  readonly end: number
  readonly variable: Variable
}

/** Each variable that has a value gives way to it; the others stay where they are, to be seen. */
export function fillVariables(text: string, values: Values): string {
  return text.replace(open, (whole, name: string) => values[variableOf(name)]?.trim() || whole)
}

export function openVariables(text: string): readonly Open[] {
  return Array.from(text.matchAll(open), (found) => {
    const [whole, name = ''] = found
    return { start: found.index, end: found.index + whole.length, variable: variableOf(name) }
  })
}

/** Without the open variables, and without the gap each would leave: "Dear {customer}," becomes "Dear,". */
export function withoutOpenVariables(text: string): string {
  return text.replace(/[ \t]*\{(customer|agent|queue)\}/gi, '').replace(/^[ \t]+/gm, '')
}

function variableOf(name: string): Variable {
  const lower = name.toLowerCase()
  return variables.find((variable) => variable === lower) ?? 'customer'
}
