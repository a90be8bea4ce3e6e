import type { Given, Made } from './parts.ts'
import { createPop, type PopPart } from './pop/create-pop.ts'
import type { MakeViews } from './pop/views.ts'

/** What of this machine the customer's pages stand on. */
export interface PopGround {
  readonly makeViews: MakeViews
  readonly openInBrowser: (url: string) => void
}

/** The customer's pages beside a call, at this site: under its profile. */
export function createPopOfSite({ profiles, memory, popGround, tell, now, log }: Given, made: () => Made): PopPart {
  return createPop({
    ...popGround,
    pages: () => profiles.current().profile?.pages ?? [],
    words: {
      ofCall: (callId) => made().calls.platformWord(callId),
      ofChat: (chatId) => made().chats.platformWord(chatId),
    },
    place: memory.current().popPlace,
    onPlace: (popPlace) => void memory.change({ popPlace }),
    onWish: (wish) => made().doors.pageWish(wish),
    onChange: (pop) => {
      tell.desk('pop.changed', pop)
      tell.pages('pop.changed', pop)
    },
    now,
    log,
  })
}
