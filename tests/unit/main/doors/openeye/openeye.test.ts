import { afterEach, expect, test, vi } from 'vitest'
import { WebSocket } from 'ws'
import type { Call, Calls, Line } from '#contract'
import { createOpenEye, type OpenEye, type OpenEyeSite } from '#main/doors/openeye/openeye.ts'
import type { PhoneSeen } from '#main/doors/openeye/told.ts'
import { signedInAgent } from '#support/agent.ts'
import { freePort } from '#support/free-port.ts'

const PAGE = 'https://workbench.example.com'
const LOGIN = 'tup_login_service_protocol'
const CALL = 'tup_call_service_protocol'
const quiet = { info: vi.fn(), warn: vi.fn(), error: vi.fn() }
const line: Line = {
  registration: { status: 'off' },
  microphone: { status: 'ready', label: 'Headset' },
  devices: {
    microphones: [{ id: 'a', groupId: 'g', label: 'Headset' }],
    speakers: [
      { id: 'b', groupId: 'g', label: 'Headset' },
      { id: 'c', groupId: 'h', label: 'Desk speaker' },
    ],
  },
  camera: { status: 'closed', label: '' },
  cameras: [],
  ring: 'silent',
  phoneWindow: 'up',
} as Line
const ringing: Call = {
  ...{ id: 'call-1', direction: 'incoming', number: '138', part: 'main', startedAt: 1, parties: [], verbs: ['answer'] },
  phase: { name: 'ringing', since: 1 },
}
const listOf = (...list: readonly Call[]): Calls => ({ list, missed: [] })

const open: OpenEye[] = []
afterEach(() => {
  for (const one of open.splice(0)) one.site(null)
})

async function serve(generation: OpenEyeSite['generation'] = 'tsdk') {
  let seen: PhoneSeen = { agent: { status: 'signed-out', why: 'never-signed-in' }, calls: listOf(), line }
  const yes = () => Promise.resolve({ ok: true } as const)
  const acts = {
    seen: () => seen,
    devices: () => ({ microphone: null, speaker: null, ringer: null, camera: null, ringVolume: 1, speakerVolume: 0.5 }),
    changeDevices: vi.fn(),
    register: vi.fn(yes),
    deregister: vi.fn(yes),
    dial: vi.fn(yes),
    answer: vi.fn(yes),
    hangUp: vi.fn(yes),
    keys: vi.fn(yes),
    mute: vi.fn(yes),
  }
  const eye = createOpenEye({ acts, log: quiet, onChange: () => undefined })
  open.push(eye)
  const [daemonPort, servicePort] = [await freePort(), await freePort()]
  eye.site({ origins: [PAGE], daemonPort, servicePort, generation })
  await vi.waitFor(() => expect(eye.status()).toBe('listening'))
  const becomes = (next: Partial<PhoneSeen>) => {
    seen = { ...seen, ...next }
    eye.changed()
  }
  return { daemonPort, servicePort, acts, eye, becomes }
}

/** As the H5 SDK opens one. */
function pageAt(port: number, protocol: string, headers: Record<string, string> = { origin: PAGE }) {
  const socket = new WebSocket(`ws://127.0.0.1:${port}`, protocol, { headers })
  const told: { rsp?: number; notify?: number; result?: number; description?: string; param?: object }[] = []
  socket.on('message', (text) => told.push(JSON.parse(String(text))))
  const opened = new Promise<boolean>((resolve) => {
    socket.on('open', () => resolve(true))
    socket.on('error', () => resolve(false))
  })
  const ask = (cmd: number, description: string, param: object = {}) =>
    socket.send(JSON.stringify({ cmd, description, param }))
  return { opened, told, ask, socket }
}

test('a page registers, takes a call and ends it', async () => {
  const { daemonPort, servicePort, acts, becomes } = await serve()
  const daemon = pageAt(daemonPort, 'protocol_ws_deamon_service')
  const login = pageAt(servicePort, LOGIN)
  const calls = pageAt(servicePort, CALL)
  expect(await Promise.all([daemon.opened, login.opened, calls.opened])).toEqual([true, true, true])
  await vi.waitFor(() => expect(daemon.told).toEqual([{ notify: 1 }]))

  login.ask(65_537, 'tsdk_login', { sip_num: '67470001@10.0.0.1', sip_pwd: 'secret', sip_mode: 4 })
  await vi.waitFor(() => expect(login.told).toMatchObject([{ rsp: 65_537, result: 0, description: 'tsdk_login' }]))
  expect(acts.register).toHaveBeenCalledExactlyOnceWith('67470001', 'secret')

  const agent = signedInAgent({ softphoneNumber: '67470001' })
  becomes({ agent, line: { ...line, registration: { status: 'registered', server: 'wss://x', since: 1 } } })
  await vi.waitFor(() =>
    expect(login.told.at(-1)).toMatchObject({ param: { register_state: 3, user_number: '67470001' } }),
  )

  becomes({ calls: listOf(ringing) })
  await vi.waitFor(() =>
    expect(calls.told.at(-1)).toMatchObject({
      notify: 2_002,
      description: 'TSDK_E_CALL_EVT_CALL_INCOMING',
      param: { callId: 1, call_id: 1, callInfo: { peerNumber: '138', isCaller: 0 }, maybeVideoCall: 0 },
    }),
  )
  calls.ask(67_538, 'tsdk_accept_call', { callId: 1, isVideo: 0 })
  await vi.waitFor(() => expect(acts.answer).toHaveBeenCalledExactlyOnceWith('call-1'))
  becomes({ calls: listOf({ ...ringing, phase: { name: 'talking', since: 2, muted: false }, talkingSince: 2 }) })
  await vi.waitFor(() => expect(calls.told.at(-1)).toMatchObject({ description: 'TSDK_E_CALL_EVT_CALL_CONNECTED' }))

  calls.ask(67_539, 'tsdk_end_call', { call_id: 1 })
  await vi.waitFor(() => expect(acts.hangUp).toHaveBeenCalledExactlyOnceWith('call-1'))
  const over = { name: 'ended', at: 3, reason: 'agent-hung-up' } as const
  becomes({ calls: listOf({ ...ringing, phase: over, talkingSince: 2 }) })
  await vi.waitFor(() => expect(calls.told.at(-1)).toMatchObject({ description: 'TSDK_E_CALL_EVT_CALL_ENDED' }))
  expect(daemon.told).toEqual([{ notify: 1 }])
})

test('the older SDK’s numbers and spellings do the same', async () => {
  const { servicePort, acts, becomes } = await serve('tup')
  becomes({ calls: listOf({ ...ringing, phase: { name: 'talking', since: 2, muted: false }, talkingSince: 2 }) })
  const page = pageAt(servicePort, CALL)
  await page.opened
  page.ask(0x10004, '', { callee_num: '10086', call_type: 0 })
  await vi.waitFor(() => expect(acts.dial).toHaveBeenCalledExactlyOnceWith('10086'))
  page.ask(0x10007, '', { call_id: 1, dtmf_tone: 11 })
  await vi.waitFor(() => expect(acts.keys).toHaveBeenCalledExactlyOnceWith('call-1', '#'))
  page.ask(0x10008, '', { call_id: 1, is_on: 1 })
  await vi.waitFor(() => expect(acts.mute).toHaveBeenCalledExactlyOnceWith('call-1', true))
  page.ask(0x10032, '')
  await vi.waitFor(() =>
    expect(page.told.at(-1)).toMatchObject({
      rsp: 0x10032,
      param: { speakers: [{ index: 0 }, { name: 'Desk speaker' }] },
    }),
  )
  page.ask(0x10029, '', { index: 1 })
  await vi.waitFor(() =>
    expect(acts.changeDevices).toHaveBeenCalledExactlyOnceWith({ speaker: { groupId: 'h', label: 'Desk speaker' } }),
  )
  page.ask(0x1000d, '', { volume: 80 })
  await vi.waitFor(() => expect(acts.changeDevices).toHaveBeenLastCalledWith({ speakerVolume: 0.8 }))
})

test('another number than the one that is registered is refused as OpenEye refuses it', async () => {
  const { servicePort, acts, becomes } = await serve()
  becomes({ agent: signedInAgent({ softphoneNumber: '67470001' }) })
  const page = pageAt(servicePort, LOGIN)
  await page.opened
  page.ask(65_537, 'tsdk_login', { sip_num: '67470009', sip_pwd: 'x' })
  await vi.waitFor(() =>
    expect(page.told).toMatchObject([{ result: 1, param: { errMsg: 'Repeat login, current user:67470001' } }]),
  )
  expect(acts.register).not.toHaveBeenCalled()
})

test.each([
  ['another page', CALL, { origin: 'https://evil.example' }],
  ['a program without an origin', CALL, {}],
  ['a page under another name of this address', CALL, { origin: PAGE, host: 'evil.example' }],
  ['a sub-protocol of nobody’s', 'chat', { origin: PAGE }],
])('%s is not let in', async (_, protocol, headers) => {
  const { servicePort } = await serve()
  expect(await pageAt(servicePort, protocol, headers).opened).toBe(false)
})

test('words that are no command are answered or end the conversation, and nothing happens', async () => {
  const { servicePort, acts } = await serve()
  const page = pageAt(servicePort, CALL)
  await page.opened
  page.ask(1, 'tsdk_format_disk')
  page.ask(67_538, 'tsdk_accept_call', { callId: 99 })
  page.ask(67_537, 'tsdk_start_call', { callee: '10086;rm -rf' })
  await vi.waitFor(() => expect(page.told.map(({ result }) => result)).toEqual([1, 1, 1]))
  const closed = new Promise((resolve) => void page.socket.on('close', resolve))
  page.socket.send('not json')
  expect(await closed).toBe(1008)
  expect(acts.answer).not.toHaveBeenCalled()
  expect(acts.dial).not.toHaveBeenCalled()
})
