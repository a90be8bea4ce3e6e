import { expect, test } from 'vitest'
import { partitionOf } from '#main/pop/views/page/partition.ts'
import { pagePreferences } from '#main/pop/views/page/preferences.ts'
import { isSupportScript, serveSupportScript } from '#main/pop/views/page/support-script.ts'
import { userAgentOf } from '#main/pop/views/page/user-agent.ts'
import { boundsOf } from '#main/pop/views/stage/bounds.ts'
import { rules } from '../fake-contents.ts'

test('each page has a partition of its own, and only one that keeps its sign-in is on the disk', () => {
  const partitions = [
    rules,
    { ...rules, name: 'Orders' },
    { ...rules, origin: 'https://other.example' },
    { ...rules, ca: 'PEM' },
    { ...rules, keepsSignIn: true },
  ].map(partitionOf)

  expect(new Set(partitions).size).toBe(5)
  expect(partitions.map((name) => name.startsWith('persist:'))).toEqual([false, false, false, false, true])
})

test('a page hears the name of the browser, and nothing of what it is inside of', () => {
  const own =
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) earshot/0.1.0 Chrome/130.0.6723.191 Electron/33.4.11 Safari/537.36'

  expect(userAgentOf(own)).toBe(
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.6723.191 Safari/537.36',
  )
})

test('a page has no power', () => {
  const given = pagePreferences(null as never, { preload: 'pop.cjs', packaged: true, origin: rules.origin })

  expect(given).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    nodeIntegrationInWorker: false,
    webviewTag: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    disableDialogs: true,
    devTools: false,
  })
})

test('the support script alone is answered in its place, where the profile says so', () => {
  expect(isSupportScript('https://h/service-cloud/resource.root/page/resource.root/js/AICCSupport.js?v=1')).toBe(true)
  expect(isSupportScript('https://h/js/AICCSupport.js.map')).toBe(false)
  expect(isSupportScript('https://h/x?/js/AICCSupport.js')).toBe(false)

  const answered = (isWanted: boolean, resourceType: string) => {
    const answers: { redirectURL?: string }[] = []
    type Listener = (details: object, answer: (given: object) => void) => void
    const onBeforeRequest = (_: object, listener: Listener) =>
      listener({ url: 'https://h/js/AICCSupport.js', resourceType }, (given) => void answers.push(given))
    serveSupportScript({ webRequest: { onBeforeRequest } } as never, () => isWanted)
    return answers[0]?.redirectURL?.slice(0, 20)
  }
  expect([answered(true, 'script'), answered(false, 'script'), answered(true, 'mainFrame')]).toEqual([
    'data:text/javascript',
    undefined,
    undefined,
  ])
})

test('room is measured in the pixels of the window, whatever its zoom, and its edges meet', () => {
  expect(boundsOf({ x: 10.4, y: 20, width: 100.3, height: 50 }, 1.5)).toEqual({ x: 16, y: 30, width: 150, height: 75 })
  expect(boundsOf({ x: 0, y: 0, width: -5, height: 0 }, 1)).toEqual({ x: 0, y: 0, width: 0, height: 0 })
})
