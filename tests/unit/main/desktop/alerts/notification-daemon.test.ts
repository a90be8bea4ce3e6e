import { expect, test } from 'vitest'
import { daemonAnswers } from '#main/desktop/alerts/notification-daemon.ts'

test.each([true, false])('on Linux the daemon is asked whether it is there: %s', async (answers) => {
  const asked: (readonly string[])[] = []

  const there = await daemonAnswers('linux', async (program, args) => {
    asked.push([program, ...args])
    return answers
  })

  expect(there).toBe(answers)
  expect(asked[0]).toContain('org.freedesktop.Notifications.GetServerInformation')
})

test('elsewhere nobody is asked', async () => {
  expect(await daemonAnswers('win32', async () => false)).toBe(true)
})
