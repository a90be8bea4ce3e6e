import type { Bridge } from '#contract'

/** The desk's slice of the door; the preload puts it on the window before the page runs. */
export type DeskBridge = Bridge<'desk'>
