import { MediaQuery } from 'svelte/reactivity'
import { m } from '../../messages/compiled/messages.js'
import type { PopTools } from '../../pop/pop-tools.ts'

export interface PagesSwitch {
  /** What it does. */
  readonly name: string
  readonly shown: boolean
  /** Questions of pages that nobody has answered. */
  readonly asking: number
  readonly toggle: () => void
}

/** No room for the details and the pages side by side (layout.css). */
const narrow = new MediaQuery('max-width: 895px')

/** The agent has turned to the pages where there is room for one of both. */
export function inDetailsPlace({ screen }: Pick<PopTools, 'screen'>): boolean {
  return narrow.current && screen.inFront
}

/** Shows the pages and puts them away; null where the site has none. */
export function pagesSwitch({ pop, ask, screen }: PopTools): PagesSwitch | null {
  if (pop.pages.length === 0) return null
  const beside = pop.place === 'desk'
  const shown = beside && (!narrow.current || screen.inFront)
  const toggle = () => {
    if (narrow.current) screen.inFront = !shown
    if (!beside || !narrow.current) void ask('pop.place', { place: shown ? 'closed' : 'desk' })
  }
  const name = shown ? m.pop_put_away() : pop.place === 'window' ? m.pop_beside() : m.pop_show_pages()
  return { name, shown, asking: pop.questions.length, toggle }
}
