import { freePort } from '../support/free-port.ts'
import { openOpenEyePage } from '../support/openeye-page.ts'
import { listenAt } from './fixtures/ears.ts'
import { AGENT_HZ, expect, test } from './fixtures.ts'

const PAGE = 'https://workbench.example.com'
const CALLER_HZ = 440

test('a page built on OpenEye registers the phone, takes a call and ends it', async ({ centre, desktop, earshot }) => {
  const [daemonPort, servicePort] = [await freePort(), await freePort()]
  const app = await earshot.start({ gateway: false, doors: { openEye: { origins: [PAGE], daemonPort, servicePort } } })
  await expect(app.button('sign_in')).toBeVisible()
  const page = await openOpenEyePage(PAGE, servicePort)
  const { softphoneNumber, softphonePassword } = centre.agent('6001')

  await test.step('registered', async () => {
    page.login(65_537, 'tsdk_login', {
      sip_num: `${softphoneNumber}@10.0.0.1`,
      sip_pwd: softphonePassword,
      sip_mode: 4,
    })
    await page.hears(({ param }) => param?.register_state === 3)
    await centre.agent('6001').becomesRegistered()
    await app.expectState('state_idle')
  })

  const headset = listenAt(desktop, 'headset')
  const call = centre.customer({ number: '13800138000', tone: CALLER_HZ }).callPhone(softphoneNumber)
  await test.step('it rings at the page, is answered there, and both are heard', async () => {
    const { param } = await page.hears(({ description }) => description === 'TSDK_E_CALL_EVT_CALL_INCOMING')
    expect(param).toMatchObject({ callInfo: { peerNumber: '13800138000' } })
    page.calls(67_538, 'tsdk_accept_call', { callId: param?.callId, isVideo: 0 })
    await page.hears(({ description }) => description === 'TSDK_E_CALL_EVT_CALL_CONNECTED')
    await Promise.all([call.hears.waitFor(AGENT_HZ), headset.waitFor(CALLER_HZ)])
    page.calls(67_540, 'tsdk_send_dtmf', { callId: param?.callId, dtmf_tone: 5 })
    await expect.poll(() => call.leg?.inside.keys).toEqual([{ key: '5', by: 'rtp' }])
    page.calls(67_539, 'tsdk_end_call', { callId: param?.callId })
    await call.ended
    await page.hears(({ description }) => description === 'TSDK_E_CALL_EVT_CALL_ENDED')
  })

  await test.step('and lets go of the phone', async () => {
    page.login(65_538, 'tsdk_logout', {})
    await page.hears(({ param }) => param?.register_state === 4)
    await expect(app.button('sign_in')).toBeVisible()
  })
  page.close()
})
