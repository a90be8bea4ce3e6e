import type { PopRequests } from '#contract'
import type { Shell } from './shell.ts'
import { tabNamed } from './state.ts'

/** What the windows may ask of the pages; about a tab that is gone, nothing. */
export function requestsOf({ views, apply, state, onPlace, now }: Shell): PopRequests {
  const isThere = (tab: string) => tabNamed(state(), tab) !== undefined
  return {
    'pop.room': views.room,
    'pop.show': ({ tab }) => apply({ type: 'shown', tab }),
    'pop.follow': (subject) => apply({ type: 'followed', subject, at: now() }),
    'pop.open': ({ page, subject }) => apply({ type: 'opened-by-hand', page, subject }),
    'pop.close': ({ tab }) => apply({ type: 'close', tab }),
    'pop.closeEnded': () => apply({ type: 'close-ended' }),
    'pop.tab': ({ tab, verb }) => void (isThere(tab) && views.tab(tab, verb)),
    'pop.find': ({ tab, text, forward }) => void (isThere(tab) && views.find(tab, text, forward)),
    'pop.answer': ({ id, answer }) => apply({ type: 'answered', id, answer }),
    'pop.download': ({ id, verb }) => {
      if (!state().downloads.some((one) => one.id === id)) return
      views.download(id, verb)
      if (verb === 'forget') apply({ type: 'download-forgotten', id })
    },
    'pop.refusalSeen': ({ id }) => apply({ type: 'refusal-seen', id }),
    'pop.place': ({ place }) => {
      apply({ type: 'placed', place })
      onPlace(place)
      if (state().agent !== null) views.place(place)
    },
    'pop.focus': () => views.focus(),
  }
}
