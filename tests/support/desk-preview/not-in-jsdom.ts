/** What every Chromium has and jsdom has not; each as little as the desk's components need to be drawn. */
const nothing = () => undefined

class NoSizes implements ResizeObserver {
  readonly observe = nothing
  readonly unobserve = nothing
  readonly disconnect = nothing
}

function lightTheme(media: string): MediaQueryList {
  const listening = { addListener: nothing, removeListener: nothing, onchange: null }
  return Object.assign(new EventTarget(), { media, matches: false, ...listening })
}

globalThis.ResizeObserver ??= NoSizes
globalThis.matchMedia ??= lightTheme
globalThis.requestIdleCallback ??= (run) => Number(setTimeout(() => run({ didTimeout: false, timeRemaining: () => 0 })))
globalThis.cancelIdleCallback ??= (id) => clearTimeout(id)
