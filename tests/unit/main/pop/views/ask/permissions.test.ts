import type { Session } from 'electron'
import { expect, test } from 'vitest'
import type { PagePermission } from '#contract'
import { guardPermissions } from '#main/pop/views/ask/permissions.ts'
import { createQuestions } from '#main/pop/views/ask/questions.ts'
import { fakeTab, settled } from '../fake-contents.ts'

type Request = NonNullable<Parameters<Session['setPermissionRequestHandler']>[0]>
type Check = NonNullable<Parameters<Session['setPermissionCheckHandler']>[0]>

function guarded(permissions: readonly PagePermission[]) {
  const { tab, facts, emit } = fakeTab({}, { permissions })
  const questions = createQuestions()
  const set: { request?: Request; check?: Check; device?: () => boolean; screens: unknown[] } = { screens: [] }
  const session = {
    setPermissionRequestHandler: (request: Request) => Object.assign(set, { request }),
    setPermissionCheckHandler: (check: Check) => Object.assign(set, { check }),
    setDevicePermissionHandler: (device: () => boolean) => Object.assign(set, { device }),
    setDisplayMediaRequestHandler: (hand: (request: null, give: (given: unknown) => void) => void) =>
      hand(null, (given) => void set.screens.push(given)),
  }
  const links: string[] = []
  const guard = guardPermissions(
    session as never,
    { page: () => tab.page, tabOf: () => tab, onExternal: (_, url) => void links.push(url) },
    questions,
  )
  const request = (name: string, more: object = {}) => {
    const answers: boolean[] = []
    const details = { requestingUrl: 'https://crm.example.com/a', isMainFrame: true, ...more }
    set.request?.(tab.contents, name as 'media', (answer) => void answers.push(answer), details as never)
    return answers
  }
  const check = (name: string) => set.check?.(null, name as 'media', 'https://crm.example.com', {} as never)
  const answer = async (ok: boolean) => {
    const fact = facts.findLast((one) => one.type === 'asks')
    if (fact?.type === 'asks') questions.answer(fact.question.id, { kind: 'permission', ok })
    await settled()
  }
  return { request, check, answer, emit, facts, links, set, guard }
}

const all = ['notifications', 'geolocation', 'clipboard-read', 'full-screen'] as const

test.each([
  'media',
  'midi',
  'midiSysex',
  'hid',
  'serial',
  'usb',
  'pointerLock',
  'keyboardLock',
  'display-capture',
  'unknown',
])('%s is never given, whatever the profile says', async (name) => {
  const { request, check, facts } = guarded(all)

  const answers = request(name)
  await settled()

  expect([answers, check(name), facts]).toEqual([[false], false, []])
})

test('no device and no screen is given', () => {
  const { set } = guarded(all)

  expect([set.device?.(), set.screens]).toEqual([false, [{}]])
})

test('what the profile does not allow is not even asked about', async () => {
  const { request, facts } = guarded(['notifications'])

  const answers = request('geolocation')
  await settled()

  expect([answers, facts]).toEqual([[false], []])
})

test('what it allows is given when the agent says yes, and from then on', async () => {
  const { request, check, answer, facts } = guarded(all)
  expect(check('fullscreen')).toBe(false)

  const answers = request('fullscreen')
  await answer(true)
  const again = request('fullscreen')
  await settled()

  expect([answers, again, check('fullscreen')]).toEqual([[true], [true], true])
  expect(facts).toHaveLength(1)
  expect(facts[0]).toMatchObject({
    question: { kind: 'permission', permission: 'full-screen', host: 'crm.example.com' },
  })
})

test('a no is a no for as long as this document is there, however often it asks', async () => {
  const { request, answer, facts, emit } = guarded(all)

  const answers = [request('geolocation'), request('geolocation')]
  await answer(false)
  answers.push(request('geolocation'))
  await settled()

  expect(answers).toEqual([[false], [false], [false]])
  expect(facts).toHaveLength(1)
  emit('did-navigate')
  request('geolocation')
  expect(facts).toHaveLength(2)
})

test('with the sign-in ends what was given', async () => {
  const { request, answer, check, guard } = guarded(all)
  request('geolocation')
  await answer(true)

  guard.forget()

  expect(check('geolocation')).toBe(false)
})

test('a link to another program is told, and never followed', async () => {
  const { request, links } = guarded(all)

  const answers = request('openExternal', { externalURL: 'tel:123' })
  await settled()

  expect([answers, links]).toEqual([[false], ['tel:123']])
})
