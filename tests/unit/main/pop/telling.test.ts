import { describe, expect, test } from 'vitest'
import type { Subject } from '#main/pop/subjects.ts'
import { callA, callB, chatC, chatD, createPopStory, sitePage, subjectOf } from '#support/pop/pages.ts'

const early = sitePage({ when: ['incoming', 'dialled'] })
const everybodys = sitePage({ name: 'Desk', url: 'https://crm.example/', when: ['chat-switch'] })
const a = (about: Partial<Subject> = {}) => subjectOf(callA, about)

describe('a page is told', () => {
  test('that it may begin, and then what becomes of its call, each once', () => {
    const story = createPopStory(early).work(a({ stage: 'incoming' }))
    expect(story.told()).toEqual(['tab-1 Init'])
    expect(story.work(a()).work(a()).told()).toEqual(['tab-1 Ringing'])
    expect(
      story
        .work(a({ stage: 'talking' }))
        .work(a({ stage: 'talking' }))
        .told(),
    ).toEqual(['tab-1 Talking'])
    expect(
      story
        .work(a({ stage: 'over' }))
        .work()
        .told(),
    ).toEqual(['tab-1 Release'])
  })

  test('where its call stands when it is opened', () => {
    expect(
      createPopStory(early)
        .work(a({ stage: 'talking' }))
        .told(),
    ).toEqual(['tab-1 Init', 'tab-1 Talking'])
    const late = createPopStory(sitePage({ when: ['released'] })).work(a({ stage: 'over' }))
    expect(late.told()).toEqual(['tab-1 Init', 'tab-1 Release'])
  })

  test('of a call that the agent makes that the far side rings', () => {
    const story = createPopStory(early).work(a({ outgoing: true, stage: 'dialling' }))
    expect(story.told()).toEqual(['tab-1 Init'])
    expect(story.work(a({ outgoing: true, stage: 'far-side-rings' })).told()).toEqual(['tab-1 Ringing'])
  })

  test('of a call that is gone without a word that it is over', () => {
    const story = createPopStory(early).work(a({ stage: 'talking' }))
    story.told()
    expect(story.work().told()).toEqual(['tab-1 Release'])
  })
})

describe('a page that hears of its call hears', () => {
  test('what belongs to its call, and the agent’s number', () => {
    const story = createPopStory(early).work(
      a({ values: { callerNum: '138', callid: '7', calldata: 'x', skillId: '3' } }),
    )
    const [, init, ringing] = story.orders()
    expect(init).toMatchObject({ event: { name: 'Init', fields: { workNo: '6001' } } })
    expect(ringing).toEqual({
      do: 'tell',
      tab: 'tab-1',
      event: {
        name: 'Ringing',
        fields: { workNo: '6001', callerNum: '138', callid: '7', calldata: 'x', callType: '0' },
      },
    })
  })
})

describe('a page is not told', () => {
  test('of another call', () => {
    const story = createPopStory(early).work(a())
    story.told()
    expect(story.work(a(), subjectOf(callB)).told()).toEqual(['tab-2 Init', 'tab-2 Ringing'])
    expect(story.work(a({ stage: 'talking' }), subjectOf(callB)).told()).toEqual(['tab-1 Talking'])
  })

  test('anything in a window that a page has opened', () => {
    const story = createPopStory(early)
      .work(a())
      .hears({ type: 'fact', tab: 'tab-1', fact: { type: 'opened', tab: 'w' } })
    story.told()
    expect(story.work(a({ stage: 'talking' })).told()).toEqual(['tab-1 Talking'])
  })
})

test('a page that belongs to nobody hears of every call, as the workbench’s one page does', () => {
  const story = createPopStory(everybodys).opens('Desk', null)
  expect(story.told()).toEqual(['tab-1 Init'])
  expect(story.work(a(), subjectOf(chatC)).told()).toEqual(['tab-1 Ringing', 'tab-1 Ringing'])
})

describe('another chat is selected', () => {
  const open = { stage: 'talking' } as const
  const [c, d] = [subjectOf(chatC, open), subjectOf(chatD, open)]

  test('its own page hears it, and is opened where the site wants it then', () => {
    const story = createPopStory(everybodys).work(c, d)
    expect(story.follows(chatC).told()).toEqual(['tab-1 Init', 'tab-1 Talking'])
    expect(story.follows(chatD).tabs()).toEqual(['Desk C', 'Desk D*'])
    story.told()
    expect(story.follows(chatC).told()).toEqual(['tab-1 Switch'])
  })

  test('a call between two looks at the same chat is no other chat', () => {
    const story = createPopStory(everybodys).work(a(), c).follows(chatC)
    story.told()
    expect(story.follows(callA).follows(null).follows(chatC).told()).toEqual([])
  })

  test('one that is not known is none', () => {
    expect(createPopStory(everybodys).follows(chatC).told()).toEqual([])
  })
})
