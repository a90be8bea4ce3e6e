import { describe, expect, test } from 'vitest'
import { deedOf, hearKeys } from '#main/pop/views/tab/acts/keys.ts'
import { zoomStep } from '#main/pop/views/tab/acts/zoom-step.ts'
import { fakeTab, preventable } from '../../fake-contents.ts'

const none = { type: 'keyDown', control: false, meta: false, alt: false, shift: false }

describe('while a page has the keyboard', () => {
  test.each([
    [{ key: 'F', control: true }, 'find'],
    [{ key: 'F5' }, 'reload'],
    [{ key: 'F6' }, 'desk'],
    [{ key: 'ArrowLeft', alt: true }, 'back'],
    [{ key: 'w', control: true }, 'close'],
    [{ key: 'Tab', control: true }, 'next'],
    [{ key: 'Tab', control: true, shift: true }, 'previous'],
    [{ key: '+', control: true, shift: true }, 'zoom-in'],
    [{ key: '0', control: true }, 'zoom-reset'],
  ])('%j is %s', (key, deed) => {
    expect(deedOf({ ...none, ...key }, 'linux')).toBe(deed)
  })

  test.each([
    { key: 'f' },
    { key: 'F5', shift: true },
    { key: 'f', control: true, alt: true },
    { key: 'f', meta: true },
    { key: 'Enter', control: true },
    { key: 'F', control: true, type: 'keyUp' },
  ])('%j is the page’s own', (key) => {
    expect(deedOf({ ...none, ...key }, 'linux')).toBeUndefined()
  })

  test('on macOS it is Command', () => {
    expect(deedOf({ ...none, key: 'f', meta: true }, 'darwin')).toBe('find')
    expect(deedOf({ ...none, key: 'f', control: true }, 'darwin')).toBeUndefined()
    expect(deedOf({ ...none, key: 'Tab', control: true }, 'darwin')).toBe('next')
  })
})

test('a key of ours never reaches the page, and one of its own always does', () => {
  const { tab, emit, facts } = fakeTab()
  const acted: string[] = []
  hearKeys(tab, { act: (verb) => acted.push(verb), close: () => acted.push('close'), toDesk: () => acted.push('desk') })
  const press = (key: object) => {
    const event = preventable()
    emit('before-input-event', event, { ...none, ...key })
    return event.prevented
  }

  expect([press({ key: 'F5' }), press({ key: 'F6' }), press({ key: 'x' })]).toEqual([true, true, false])
  expect(press({ key: 'Tab', control: true })).toBe(true)
  emit('zoom-changed', {}, 'out')

  expect(acted).toEqual(['reload', 'desk', 'zoom-out'])
  expect(facts).toEqual([{ type: 'turns', to: 'next' }])
})

test('zoom goes by the steps of browsers, and no further', () => {
  expect([zoomStep(1, 'in'), zoomStep(1, 'out'), zoomStep(1.1000001, 'in')]).toEqual([1.1, 0.9, 1.25])
  expect([zoomStep(3, 'in'), zoomStep(0.5, 'out'), zoomStep(0.2, 'out')]).toEqual([3, 0.5, 0.5])
})
