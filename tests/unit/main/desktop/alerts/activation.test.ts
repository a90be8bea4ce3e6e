import { expect, test } from 'vitest'
import { hasButtons, hearActivations } from '#main/desktop/alerts/activation.ts'

function openedBy(type: string): number {
  let opened = 0
  hearActivations({ handleActivation: (heard) => heard({ type }) }, () => opened++)
  return opened
}

test('a click on a notification of an earlier run opens the desk', () => {
  expect(openedBy('click')).toBe(1)
})

test('a button is left to the notification that has it', () => {
  expect(openedBy('action')).toBe(0)
})

test('where there are no activations there is nothing to hear', () => {
  expect(() => hearActivations({}, () => undefined)).not.toThrow()
})

test('buttons are where the system shows them', () => {
  const modern = { handleActivation: () => undefined }

  expect([hasButtons('darwin', {}), hasButtons('win32', modern)]).toEqual([true, true])
  expect([hasButtons('win32', {}), hasButtons('linux', modern)]).toEqual([false, false])
})
