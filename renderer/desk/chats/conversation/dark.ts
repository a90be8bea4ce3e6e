import { createSubscriber } from 'svelte/reactivity'

/** Whether the theme in force is dark: the desk's choice, or the system's when it has made none. */
export function isDark(): () => boolean {
  const system = matchMedia('(prefers-color-scheme: dark)')
  const subscribe = createSubscriber((update) => {
    const observer = new MutationObserver(update)
    observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] })
    system.addEventListener('change', update)
    return () => {
      observer.disconnect()
      system.removeEventListener('change', update)
    }
  })
  return () => {
    subscribe()
    const { theme } = document.documentElement.dataset
    return theme === 'dark' || (theme !== 'light' && system.matches)
  }
}
