import { expect, test, vi } from 'vitest'
import type { PopDownload, PopQuestion } from '#contract'
import { createPop } from '#main/pop/create-pop.ts'
import { signedInAgent } from '#support/agent.ts'
import { chatC, sitePage } from '#support/pop/pages.ts'
import { recordViews } from '#support/pop/recorded-views.ts'

/** A page that the agent has opened for nobody. */
function opened() {
  const views = recordViews()
  const onPlace = vi.fn()
  const pop = createPop({
    makeViews: views.makeViews,
    openInBrowser: vi.fn(),
    pages: () => [sitePage({ url: 'https://crm.example/' })],
    words: { ofCall: () => null, ofChat: () => null },
    place: 'desk',
    onPlace,
    onWish: vi.fn(),
    onChange: () => undefined,
    now: () => 1_000,
    log: { error: vi.fn() },
  })
  pop.agent(signedInAgent())
  pop.requests['pop.open']({ page: 'CRM', subject: null })
  views.told()
  return { pop, views, onPlace, ask: pop.requests }
}

test('what the desk says of room and keyboard goes to the views', () => {
  const { views, ask } = opened()
  ask['pop.room']({ x: 1, y: 2, width: 3, height: 4 })
  ask['pop.focus'](undefined)
  expect(views.told()).toEqual(['room {"x":1,"y":2,"width":3,"height":4}', 'focus'])
})

test('a tab is steered while it is there, and not after', () => {
  const { views, ask } = opened()
  const steer = (tab: string) => {
    ask['pop.tab']({ tab, verb: 'reload' })
    ask['pop.find']({ tab, text: 'x', forward: true })
    ask['pop.close']({ tab })
    ask['pop.show']({ tab })
  }
  steer('tab-1')
  expect(views.told()).toEqual(['tab tab-1 reload', 'find tab-1 x true', 'close tab-1'])
  steer('tab-2')
  expect(views.told()).toEqual([])
})

test('where the pages are seen is told, and remembered', () => {
  const { pop, views, onPlace, ask } = opened()
  ask['pop.place']({ place: 'window' })
  expect(views.told()).toEqual(['place window'])
  expect(onPlace).toHaveBeenCalledExactlyOnceWith('window')
  expect(pop.current().place).toBe('window')

  pop.agent({ status: 'signed-out', why: 'asked' })
  views.told()
  ask['pop.place']({ place: 'desk' })
  expect(views.told()).toEqual([])
})

test('a question is answered, a download steered, a refusal taken away', () => {
  const { pop, views, ask } = opened()
  const question: PopQuestion = { id: 'q', tab: 'tab-1', kind: 'leave', closing: true }
  const download: PopDownload = { id: 'd', tab: 'tab-1', file: 'f', bytes: null, received: 0, state: 'going' }
  views.fact('tab-1', { type: 'asks', question })
  views.fact('tab-1', { type: 'download', download })
  ask['pop.answer']({ id: 'q', answer: { kind: 'leave', ok: true } })
  ask['pop.download']({ id: 'none', verb: 'cancel' })
  ask['pop.download']({ id: 'd', verb: 'show' })
  ask['pop.download']({ id: 'd', verb: 'forget' })
  ask['pop.refusalSeen']({ id: 'none' })
  expect(views.told()).toEqual([
    ...[`answer ${JSON.stringify(question)} {"kind":"leave","ok":true}`, 'download d show', 'download d forget'],
  ])
  expect(pop.current()).toMatchObject({ questions: [], downloads: [], refusals: [] })
})

test('the agent follows a chat, and closes what is over', () => {
  const { pop, views, ask } = opened()
  ask['pop.follow'](chatC)
  ask['pop.closeEnded'](undefined)
  expect(views.told()).toEqual([])
  expect(pop.current().shown).toBe('tab-1')
})
