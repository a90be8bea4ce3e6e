import type { TabVerb } from '#contract'
import type { KeyName } from '../keys/keys.ts'
import { named } from '../keys/named.ts'
import type { Command } from '../keys/palette.ts'
import { m } from '../messages/compiled/messages.js'
import { inBoth } from '../messages/in-both.ts'
import { type PopTools, questionIn, shownTab, tabBeside } from './pop-tools.ts'

/** What can be done with the customer's pages at this moment, in the desk and in their own window. */
export function popCommands(tools: PopTools): readonly Command[] {
  if (tools.pop.pages.length === 0) return []
  return [...ofTab(tools), ...ofTabs(tools), ...placing(tools), ...opening(tools)]
}

type Phrase = Parameters<typeof named>[0]

function ofTab({ pop, ask, screen }: PopTools): readonly Command[] {
  const tab = shownTab(pop)
  if (!tab || pop.place === 'closed') return []
  const verb = (phrase: Phrase, does: TabVerb, key?: KeyName): Command =>
    named(phrase, { id: `page-${does}`, ...(key && { key }), run: () => ask('pop.tab', { tab: tab.id, verb: does }) })
  return [
    named(m.pop_focus, { id: 'page-focus', key: 'page-focus', run: () => intoPage(pop, ask, tab.id) }),
    ...(tab.canGoBack ? [verb(m.pop_back, 'back')] : []),
    ...(tab.canGoForward ? [verb(m.pop_forward, 'forward')] : []),
    tab.state.name === 'loading' ? verb(m.pop_stop, 'stop') : verb(m.pop_reload, 'reload', 'page-reload'),
    named(m.pop_find, { id: 'page-find', key: 'page-find', run: () => screen.find(tab.id) }),
    verb(m.pop_zoom_in, 'zoom-in'),
    verb(m.pop_zoom_out, 'zoom-out'),
    ...(tab.zoom === 100 ? [] : [verb(m.pop_zoom_reset, 'zoom-reset')]),
    verb(m.pop_print, 'print', 'page-print'),
    named(m.pop_close_tab, { id: 'page-close', key: 'page-close', run: () => ask('pop.close', { tab: tab.id }) }),
  ]
}

/** What a page asks goes before the page. */
function intoPage(pop: PopTools['pop'], ask: PopTools['ask'], tab: string): unknown {
  const asked = questionIn(pop, tab) && document.querySelector<HTMLElement>('.page-question :is(input, button)')
  return asked ? asked.focus() : ask('pop.focus', undefined)
}

function ofTabs({ pop, ask }: PopTools): readonly Command[] {
  const [next, previous] = [tabBeside(pop, 1), tabBeside(pop, -1)]
  const show = (tab: string) => () => ask('pop.show', { tab })
  return [
    ...(next ? [named(m.pop_next_tab, { id: 'page-next', key: 'page-next', run: show(next.id) })] : []),
    ...(previous
      ? [named(m.pop_previous_tab, { id: 'page-previous', key: 'page-previous', run: show(previous.id) })]
      : []),
    ...(pop.tabs.some(({ over }) => over)
      ? [named(m.pop_close_ended, { id: 'pages-close-ended', run: () => ask('pop.closeEnded', undefined) })]
      : []),
  ]
}

function placing({ pop, ask }: PopTools): readonly Command[] {
  const put = (phrase: Phrase, place: typeof pop.place, key?: KeyName): Command =>
    named(phrase, { id: `pages-${place}`, ...(key && { key }), run: () => ask('pop.place', { place }) })
  return {
    desk: [put(m.pop_put_away, 'closed', 'pages'), put(m.pop_own_window, 'window')],
    window: [put(m.pop_put_away, 'closed', 'pages'), put(m.pop_beside, 'desk')],
    closed: [put(m.pop_show_pages, 'desk', 'pages'), put(m.pop_own_window, 'window')],
  }[pop.place]
}

function opening({ pop, ask, subject }: PopTools): readonly Command[] {
  return pop.pages.map((page, at) => ({
    id: `page-open-${at}`,
    title: m.pop_open({ page }),
    words: inBoth((options) => m.pop_open({ page }, options)),
    run: () => ask('pop.open', { page, subject }),
  }))
}
