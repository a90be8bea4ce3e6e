import { describe, expect, test } from 'vitest'
import { guardSession, permitNothing, permitPhone } from '#main/desktop/windows/guards.ts'

type Session = Parameters<typeof guardSession>[0]
type RequestHandler = NonNullable<Parameters<Session['setPermissionRequestHandler']>[0]>
type CheckHandler = NonNullable<Parameters<Session['setPermissionCheckHandler']>[0]>

function guarded(permit: Parameters<typeof guardSession>[1]) {
  const set: { request?: RequestHandler; check?: CheckHandler; prevented: number } = { prevented: 0 }
  guardSession(
    {
      setPermissionRequestHandler: (handler) => handler && Object.assign(set, { request: handler }),
      setPermissionCheckHandler: (handler) => handler && Object.assign(set, { check: handler }),
      setDevicePermissionHandler: () => undefined,
      on: (_, listener) => listener({ preventDefault: () => set.prevented++ }),
    },
    permit,
  )
  const request = (permission: string, url: string, mediaTypes?: string[]) => {
    let answer = false
    const details = { requestingUrl: url, isMainFrame: true, ...(mediaTypes && { mediaTypes }) }
    set.request?.(null as never, permission as 'media', (given) => (answer = given), details as never)
    return answer
  }
  const check = (permission: string, origin: string, mediaType?: string) =>
    set.check?.(null, permission as 'media', origin, { isMainFrame: true, ...(mediaType && { mediaType }) } as never)
  return { request, check, set }
}

describe('the phone window', () => {
  const { request, check } = guarded(permitPhone)

  test('may hear and choose where to sound', () => {
    expect(request('media', 'earshot://app/phone.html', ['audio'])).toBe(true)
    expect(check('media', 'earshot://app/', 'audio')).toBe(true)
    expect(check('speaker-selection', 'earshot://app')).toBe(true)
  })

  test('may see, and show a screen', () => {
    expect(request('media', 'earshot://app/phone.html', ['video'])).toBe(true)
    expect(check('media', 'earshot://app/', 'video')).toBe(true)
    expect(request('display-capture', 'earshot://app/phone.html')).toBe(true)
    expect(request('media', 'earshot://app/phone.html', [])).toBe(true)
  })

  test('gives nothing to a stranger in it', () => {
    expect(request('media', 'https://evil.example/', ['audio'])).toBe(false)
    expect(request('media', 'earshot://app.evil.example/', ['audio'])).toBe(false)
    expect(check('media', 'https://evil.example/', 'audio')).toBe(false)
    expect(request('media', 'https://evil.example/', ['video'])).toBe(false)
    expect(request('display-capture', 'https://evil.example/')).toBe(false)
  })

  test.each(['geolocation', 'notifications', 'clipboard-read', 'midi', 'fullscreen', 'openExternal'])(
    'may not use %s',
    (permission) => {
      expect(request(permission, 'earshot://app/phone.html')).toBe(false)
      expect(check(permission, 'earshot://app/')).toBe(false)
    },
  )
})

test('the other windows may use nothing', () => {
  const { request, check } = guarded(permitNothing)

  expect(request('media', 'earshot://app/desk.html', ['audio'])).toBe(false)
  expect(check('speaker-selection', 'earshot://app')).toBe(false)
})

test('nothing is downloaded', () => {
  expect(guarded(permitNothing).set.prevented).toBe(1)
})
