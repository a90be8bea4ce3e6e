import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { failureOf } from '#main/pop/views/tab/watch/failure.ts'
import { hearLoading } from '#main/pop/views/tab/watch/loading.ts'
import { fakeTab } from '../../fake-contents.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function loadingTab() {
  const { tab, facts, emit } = fakeTab()
  const loading = hearLoading(tab, () => undefined)
  const begins = (change: object = {}) =>
    emit('did-start-navigation', { isMainFrame: true, isSameDocument: false, ...change })
  const states = () => facts.map((fact) => (fact.type === 'state' ? fact.state.name : fact.type))
  return { loading, begins, emit, states, state: loading.state }
}

test('a page loads, and is shown once it can be read', () => {
  const { begins, emit, states } = loadingTab()

  begins()
  emit('dom-ready')
  emit('did-stop-loading')

  expect(states()).toEqual(['loading', 'shown'])
})

test('a jump within the page, and what its frames load, is nothing', () => {
  const { begins, emit, states } = loadingTab()
  begins()
  emit('dom-ready')

  begins({ isSameDocument: true })
  begins({ isMainFrame: false })

  expect(states()).toEqual(['loading', 'shown'])
})

test('a load that fails says why and by which of Chromium’s words', () => {
  const { begins, emit, state } = loadingTab()
  begins()

  emit('did-fail-load', {}, -105, 'ERR_NAME_NOT_RESOLVED', 'https://x/', true)
  emit('did-stop-loading')

  expect(state()).toEqual({ name: 'failed', why: 'not-found', code: 'ERR_NAME_NOT_RESOLVED' })
})

test('what a frame could not load is its page’s affair, and what was given up has not failed', () => {
  const { begins, emit, state } = loadingTab()
  begins()

  emit('did-fail-load', {}, -105, 'ERR_NAME_NOT_RESOLVED', 'https://x/', false)
  emit('did-fail-load', {}, -3, 'ERR_ABORTED', 'https://x/', true)
  emit('did-stop-loading')

  expect(state()).toEqual({ name: 'shown' })
})

test('a slow server is said after 20 seconds, and the page is shown all the same when it comes', () => {
  const { begins, emit, state, states } = loadingTab()
  begins()

  vi.advanceTimersByTime(19_999)
  expect(state()).toEqual({ name: 'loading' })
  vi.advanceTimersByTime(1)
  expect(state()).toEqual({ name: 'failed', why: 'too-slow', code: '' })
  emit('dom-ready')

  expect(states()).toEqual(['loading', 'failed', 'shown'])
})

test('a page that does not respond says so until it does; one without a process, until it begins anew', () => {
  const { begins, emit, loading, states } = loadingTab()
  begins()
  emit('dom-ready')

  loading.responds(false)
  loading.responds(false)
  loading.responds(true)
  emit('render-process-gone')
  begins()

  expect(states()).toEqual(['loading', 'shown', 'not-responding', 'shown', 'crashed', 'loading'])
})

test('a page that went where it may not stays refused until it goes elsewhere', () => {
  const { begins, emit, loading, state } = loadingTab()
  begins()
  emit('dom-ready')

  loading.refused('not-allowed', '')
  emit('did-stop-loading')
  expect(state()).toEqual({ name: 'failed', why: 'not-allowed', code: '' })
  begins()

  expect(state()).toEqual({ name: 'loading' })
})

describe("Chromium's codes", () => {
  test.each([
    [-106, 'no-network'],
    [-102, 'refused'],
    [-200, 'certificate'],
    [-202, 'certificate'],
    [-299, 'certificate'],
    [-300, 'other'],
    [-118, 'too-slow'],
    [-310, 'other'],
    [-20, 'not-allowed'],
  ])('%i is %s', (code, why) => {
    expect(failureOf(code)).toBe(why)
  })
})
