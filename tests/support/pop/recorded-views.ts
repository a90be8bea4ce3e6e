import type { MakeViews, ViewFact, Views } from '#main/pop/views.ts'

/** Views that show nothing, and say in words what they were told. */
export function recordViews() {
  const told: string[] = []
  let hear: (tab: string, fact: ViewFact) => void = () => undefined
  const say =
    (name: string) =>
    (...words: readonly unknown[]) =>
      void told.push([name, ...words.map((word) => (typeof word === 'string' ? word : JSON.stringify(word)))].join(' '))
  const views: Views = {
    use: (pages, signedIn) => say('use')(pages.map(({ name }) => name).join(), signedIn),
    open: say('open'),
    close: say('close'),
    show: say('show'),
    place: say('place'),
    room: say('room'),
    focus: say('focus'),
    tab: say('tab'),
    find: say('find'),
    answer: say('answer'),
    download: say('download'),
    tell: (tab, { name }) => say('tell')(tab, name),
    inCall: say('inCall'),
  }
  const makeViews: MakeViews = (listener) => {
    hear = listener
    return views
  }
  return { views, makeViews, fact: (tab: string, fact: ViewFact) => hear(tab, fact), told: () => told.splice(0) }
}
