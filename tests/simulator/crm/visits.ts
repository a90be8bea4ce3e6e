import type { Crm, Visit } from './crm.ts'

const keptVisits = 5_000

export interface Visits extends Pick<Crm, 'visits' | 'waitFor'> {
  add(visit: Visit): void
}

export function createVisits(): Visits {
  const visits: Visit[] = []
  const waiting = new Set<(visit: Visit) => void>()
  return {
    visits,
    add: (visit) => {
      visits.push(visit)
      // A page that loads itself for ever must not fill the memory.
      if (visits.length > keptVisits) visits.shift()
      for (const look of [...waiting]) look(visit)
    },
    waitFor: (isLike, timeoutMs = 10_000) =>
      new Promise((resolve, reject) => {
        const found = visits.find(isLike)
        if (found) return resolve(found)
        const timer = setTimeout(() => {
          waiting.delete(look)
          const last = visits.slice(-10).map(({ door, method, path }) => `  ${door} ${method} ${path}`)
          reject(new Error(`Waited ${timeoutMs} ms for ${isLike}. The last visits:\n${last.join('\n')}`))
        }, timeoutMs)
        const look = (visit: Visit) => {
          if (!isLike(visit)) return
          clearTimeout(timer)
          waiting.delete(look)
          resolve(visit)
        }
        waiting.add(look)
      }),
  }
}
