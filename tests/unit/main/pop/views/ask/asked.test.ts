import { describe, expect, test } from 'vitest'
import { askForCertificate } from '#main/pop/views/ask/client-certificate.ts'
import { serveDialogs } from '#main/pop/views/ask/dialogs.ts'
import { askBeforeLeaving } from '#main/pop/views/ask/leave.ts'
import { dropWithDocument } from '#main/pop/views/ask/next-document.ts'
import { preventable, settled } from '../fake-contents.ts'
import { asked } from './asking.ts'

const top = { parent: null }

describe('a dialog of a page', () => {
  function dialogs() {
    const all = asked()
    serveDialogs(all.tab, all.questions)
    const open = (raw: unknown = { dialog: 'confirm', text: 'Sure?', initial: '' }, senderFrame: object = top) => {
      const event: { senderFrame: object; returnValue?: unknown } = { senderFrame }
      all.ipc.emit('page.dialog', event, raw)
      return event
    }
    return { ...all, open }
  }

  test('stands still until the agent has answered', async () => {
    const { open, asks, answer } = dialogs()

    const event = open()
    expect(event.returnValue).toBeUndefined()
    await answer({ kind: 'dialog', ok: true, text: 'x' })

    expect(event.returnValue).toEqual({ ok: true, text: 'x', noMore: false })
    expect(asks()[0]).toMatchObject({ kind: 'dialog', dialog: 'confirm', text: 'Sure?', repeated: false })
  })

  test('that comes again may be forbidden, until the page is another one', async () => {
    const { open, asks, answer, emit } = dialogs()
    open()
    await answer({ kind: 'dialog', ok: true })
    open()
    expect(asks()[1]).toMatchObject({ repeated: true })
    await answer({ kind: 'dialog', ok: true, noMore: true })

    expect(open().returnValue).toEqual({ ok: false, text: '', noMore: true })
    emit('did-navigate')

    expect(open().returnValue).toBeUndefined()
  })

  test('of a frame, or of another shape, is answered by nothing', () => {
    const { open, asks } = dialogs()

    expect(open(undefined, { parent: {} }).returnValue).toEqual({ ok: false, text: '', noMore: false })
    expect(open({ dialog: 'exec', text: 'x', initial: '' }).returnValue).toEqual({ ok: false, text: '', noMore: false })
    expect(open({ dialog: 'alert', text: 'x'.repeat(2_001), initial: '' }).returnValue).toEqual({
      ok: false,
      text: '',
      noMore: false,
    })
    expect(asks()).toEqual([])
  })

  test('is let go of when the tab goes', async () => {
    const { open, questions } = dialogs()
    const event = open()

    questions.drop('t1')
    await settled()

    expect(event.returnValue).toEqual({ ok: false, text: '', noMore: false })
  })
})

describe('a page that wants to be asked before it is left', () => {
  function leaving() {
    const all = asked()
    const { leave } = askBeforeLeaving(all.tab, all.questions)
    const stays = () => {
      const event = preventable()
      all.emit('will-prevent-unload', event)
      return !event.prevented
    }
    const acts: string[] = []
    return { ...all, leave, stays, acts }
  }

  test('stays when the agent begins to leave it, and is left when they say so', async () => {
    const { leave, stays, acts, answer, asks } = leaving()

    leave({ closing: true }, () => acts.push('close'))
    expect(stays()).toBe(true)
    expect(asks()).toMatchObject([{ kind: 'leave', closing: true }])
    await answer({ kind: 'leave', ok: true })

    expect(acts).toEqual(['close', 'close'])
    expect(stays()).toBe(false)
    expect(stays()).toBe(true)
  })

  test('stays when the agent says no', async () => {
    const { leave, stays, acts, answer } = leaving()
    leave({ closing: false }, () => acts.push('reload'))
    stays()

    await answer({ kind: 'leave', ok: false })

    expect(acts).toEqual(['reload'])
    expect(stays()).toBe(true)
  })

  test('that leaves by itself waits for the agent, and then goes on', async () => {
    const { ipc, stays, answer } = leaving()
    const event: { returnValue?: unknown } = {}

    ipc.emit('page.leave', event)
    expect('returnValue' in event).toBe(false)
    await answer({ kind: 'leave', ok: true })

    expect('returnValue' in event).toBe(true)
    expect(stays()).toBe(false)
  })

  test('is not asked twice over what the agent has begun', () => {
    const { ipc, leave, asks } = leaving()
    const event: { returnValue?: unknown } = {}
    leave({ closing: true }, () => ipc.emit('page.leave', event))

    expect('returnValue' in event).toBe(true)
    expect(asks()).toEqual([])
  })
})

test('what a document asks goes with it', () => {
  const { tab, questions, emit, facts } = asked()
  dropWithDocument(tab, questions)
  void questions.ask(tab, { kind: 'dialog', dialog: 'alert', text: 'x', initial: '', repeated: false })
  void questions.ask(tab, { kind: 'download', host: 'crm.example.com', file: 'a.pdf', bytes: 1 })

  emit('did-navigate')

  expect(questions.isAsking('t1', 'dialog')).toBe(false)
  expect(questions.isAsking('t1', 'download')).toBe(true)
  expect(facts.at(-1)).toMatchObject({ type: 'asks-no-more' })
})

describe('a server that wants a certificate', () => {
  const certificates = [
    { subjectName: 'Amy', issuerName: 'Site', validExpiry: 1_800_000_000 },
    { subjectName: 'Bob', issuerName: 'Site', validExpiry: 1_800_000_001 },
  ]

  test.each([
    [1, certificates[1]],
    [null, null],
    [9, null],
  ])('gets what is chosen: %s', async (choice, given) => {
    const { tab, questions, emit, answer, asks } = asked()
    const got: unknown[][] = []
    askForCertificate(tab, questions)

    emit(
      'select-client-certificate',
      preventable(),
      'https://crm.example.com:8443/',
      certificates,
      (...all: unknown[]) => void got.push(all),
    )
    await answer({ kind: 'certificate', choice })

    expect(got).toEqual([[given]])
    expect(asks()[0]).toMatchObject({
      host: 'crm.example.com:8443',
      choices: [{ subject: 'Amy', issuer: 'Site', validUntil: 1_800_000_000_000 }, { subject: 'Bob' }],
    })
  })
})
