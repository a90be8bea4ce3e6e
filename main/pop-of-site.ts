import type { Given, Made } from './parts.ts'
import { createPop, type PopPart } from './pop/create-pop.ts'
import type { MakeViews } from './pop/views.ts'

/** What of this machine the customer's pages stand on. */
export interface PopGround {
  readonly makeViews: MakeViews
  readonly openInBrowser: (url: string) => void
}

/** The customer's pages beside a call, at this site: under its profile. */
export function createPopOfSite({ profiles, memory, popGround, tell }: Given, _made: () => Made): PopPart {
  return createPop({
    makeViews: popGround.makeViews,
    pages: () => profiles.current().profile?.pages ?? [],
    place: memory.current().popPlace,
    onPlace: (popPlace) => void memory.change({ popPlace }),
    onChange: (pop) => tell.desk('pop.changed', pop),
  })
}
