import type { AgentStateName } from '#contract'

/** The states that have a colour, a shape and a word of their own (design/look.md, "Look"). */
export type ShownState = AgentStateName | 'ringing' | 'offline'
