import type { PageEvent, PageEventFields } from '../contract.ts'

type Handler = (fields: PageEventFields) => void

const names: ReadonlySet<unknown> = new Set(['Init', 'Ringing', 'Talking', 'Release', 'Switch'])
/** No page needs more; one that adds them without end gets no further. */
const most = 100

/**
 * Who is told what. A handler hears first what was before it, since a page loads while its call goes on. A callback is
 * another one each time it comes through the bridge, so that `removeHandler` takes all of a name.
 */
export function createHandlers(later: (task: () => void) => void) {
  const handlers = new Map<string, Handler[]>()
  const told: PageEvent[] = []
  const call = (handler: Handler, fields: PageEventFields) => later(() => handler(fields))
  const put = (name: string, handler: Handler) => {
    const others = handlers.get(name) ?? []
    if (others.length >= most) return
    handlers.set(name, [...others, handler])
    for (const event of told) if (event.name === name) call(handler, event.fields)
  }
  return {
    add: (name: unknown, handler: unknown) => {
      if (typeof name !== 'string' || !names.has(name) || typeof handler !== 'function') return
      put(name, (fields) => handler(fields))
    },
    remove: (name: unknown) => {
      if (typeof name === 'string') handlers.delete(name)
    },
    tell: (event: PageEvent) => {
      told.push(event)
      if (told.length > most) told.shift()
      for (const handler of handlers.get(event.name) ?? []) call(handler, event.fields)
    },
  }
}
