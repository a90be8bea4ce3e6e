import type { Tab } from '../tab.ts'

/** While a call is up a page is silent, unless its profile lets it sound; that it would sound is said. */
export function silencer({ contents, page, tell }: Tab): (inCall: boolean) => void {
  let told = false
  const look = () => {
    const silenced = contents.isAudioMuted() && contents.isCurrentlyAudible()
    if (silenced === told) return
    told = silenced
    tell({ type: 'seen', tab: { silenced } })
  }
  // Chromium counts what is muted as sound too (tried on 33.4.11).
  contents.on('audio-state-changed', look)
  return (inCall) => {
    contents.setAudioMuted(inCall && !page.rules.sounds)
    look()
  }
}
