/** A business system's page that drives the phone through the SDK, in the order of spec/media-and-services.md 4.3. */
const byId = (id) => document.getElementById(id)
const { daemon, port } = byId('ports').dataset
let callId = null

function note(words, param = {}) {
  const line = document.createElement('li')
  line.textContent = `${words} ${JSON.stringify(param)}`
  byId('events').append(line)
}

/** Pages of either generation read the spelling they know (4.3). */
const idOf = ({ callId: id, call_id }) => id ?? call_id

function showCall(words, { id = null, ringing = false } = {}) {
  callId = id
  byId('call').textContent = words
  byId('answer').disabled = !ringing
  byId('five').disabled = id === null || ringing
  byId('hang-up').disabled = id === null
}

/** The index of `register_state` (4.3). */
const states = ['not registered', 'registering', 'deregistering', 'registered', 'deregistered']

const phone = new OpenEye_SDK({
  daemonPort: Number(daemon),
  servicePort: Number(port),
  onOpeneyeDeamonReady: () => note('daemon ready'),
  onOpeneyeDeamonClose: () => note('daemon closed'),
  serviceStartUp: () => note('service started'),
  onOpeneyeLoginReady: () => {
    byId('state').textContent = 'not registered'
  },
  onOpeneyeLoginClose: () => {
    byId('state').textContent = 'not there'
  },
  onOpeneyeCallReady: () => note('call service ready'),
})
const { openEyeCall } = phone

const response = (what) => ({ response: ({ result, param }) => note(`${what}: ${result}`, param) })

byId('register').addEventListener('submit', (event) => {
  event.preventDefault()
  const number = byId('number').value
  openEyeCall.config({ networkInfo: { serverAddr: '10.0.0.1', sipServerPort: 5061, sipTransportMode: 1, httpPort: 0 } })
  openEyeCall.register(`${number}@10.0.0.1`, number, byId('password').value, 4, {
    ...response('register'),
    onRegStatusUpdate: ({ param }) => {
      byId('state').textContent = states[param.register_state]
    },
    onForceUnReg: () => note('forced out'),
  })
  openEyeCall.setBasicCallEvent({
    onCallIncoming: ({ param }) => showCall(`rings: ${param.callInfo.peerNumber}`, { id: idOf(param), ringing: true }),
    onCallOutGoing: ({ param }) => showCall('dialling', { id: idOf(param) }),
    onCallRingBack: ({ param }) => showCall('ringing there', { id: idOf(param) }),
    onCallConnected: ({ param }) => showCall('talking', { id: idOf(param) }),
    onCallEnded: () => showCall('ended'),
    onCallEndedFailed: ({ param }) => showCall(`failed: ${param.callInfo.reasonCode}`),
  })
})

byId('leave').addEventListener('click', () => openEyeCall.deRegister(byId('number').value, response('deregister')))
byId('dial').addEventListener('click', () => openEyeCall.startCall(byId('callee').value, 0, response('dial')))
byId('answer').addEventListener('click', () => openEyeCall.acceptCall(callId, 0, response('answer')))
byId('five').addEventListener('click', () => openEyeCall.dtmf(callId, 5, response('key')))
byId('hang-up').addEventListener('click', () => openEyeCall.endCall(callId, response('hang up')))
