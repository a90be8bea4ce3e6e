import { describe, expect, test } from 'vitest'
import { dropWithDocument } from '#main/pop/views/ask/next-document.ts'
import { askForSignIn } from '#main/pop/views/ask/sign-in.ts'
import { preventable, settled } from '../fake-contents.ts'
import { asked } from './asking.ts'

const info = { isProxy: false, host: 'crm.example.com', port: 443, realm: 'CRM', scheme: 'basic' }

function server() {
  const all = asked()
  const refused: string[] = []
  askForSignIn(all.tab, all.questions, () => refused.push('refused'))
  const given: unknown[][] = []
  const goesTo = (url: string) => all.emit('did-start-navigation', { url, isMainFrame: true, isSameDocument: false })
  const wants = (url = 'https://crm.example.com/a', change: Partial<typeof info> = {}) => {
    const event = preventable()
    all.emit('login', event, { url }, { ...info, ...change }, (...words: unknown[]) => void given.push(words))
    return event.prevented
  }
  dropWithDocument(all.tab, all.questions)
  goesTo('https://crm.example.com/a#top')
  return { ...all, wants, given, refused, goesTo }
}

describe('a server that wants a password', () => {
  test('gets what the agent gives', async () => {
    const { wants, given, answer, asks } = server()

    expect(wants()).toBe(true)
    await answer({ kind: 'sign-in', user: 'amy', password: 'pw' })

    expect(given).toEqual([['amy', 'pw']])
    expect(asks()[0]).toMatchObject({ host: 'crm.example.com', realm: 'CRM', secure: true, again: false })
  })

  test('is given up after three wrong ones', async () => {
    const { wants, given, answer, asks, refused } = server()
    for (let tried = 0; tried < 3; tried++) {
      wants()
      await answer({ kind: 'sign-in', user: 'amy', password: 'no' })
    }

    wants()

    expect(given.at(-1)).toEqual([])
    expect(refused).toEqual(['refused'])
    expect(asks().map((question) => 'again' in question && question.again)).toEqual([false, true, true])
  })

  test('is given up when the agent gives none', async () => {
    const { wants, given, answer, refused } = server()
    wants()

    await answer({ kind: 'sign-in', user: null, password: '' })

    expect([given, refused]).toEqual([[[]], ['refused']])
  })
})

describe('what a server asks', () => {
  test('is said to be unsafe by its own address, not by that of the page before', () => {
    const { wants, asks } = server()

    wants('http://plain.example/a')
    wants('https://crm.example.com/a', { isProxy: true })

    expect(asks()).toMatchObject([{ secure: false }, { proxy: true, secure: false }])
  })

  test('for a picture in the page alone takes the page away from nobody', async () => {
    const { wants, given, answer, refused } = server()
    wants('https://pictures.example/a.png')

    await answer({ kind: 'sign-in', user: null, password: '' })

    expect([given, refused]).toEqual([[[]], []])
  })

  test('is not asked for any more when the agent goes elsewhere', async () => {
    const { wants, given, refused, goesTo, facts } = server()
    wants()

    goesTo('https://crm.example.com/b')
    await settled()

    expect([given, refused]).toEqual([[[]], []])
    expect(facts.at(-1)).toMatchObject({ type: 'asks-no-more' })
  })
})
