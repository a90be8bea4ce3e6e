/**
 * What pages of the OpenEye H5 SDK build on: the object and its names from spec/media-and-services.md 4.3, the frames
 * and sockets from 4.2. That `openEyeCall` carries every function, and the numbers of those whose number is not
 * published, is inferred; the SDK itself is not public.
 */
const commands = {
  config: ['login', 65_536, 'tsdk_config'],
  register: ['login', 65_537, 'tsdk_login'],
  deRegister: ['login', 65_538, 'tsdk_logout'],
  registerStatusQuery: ['login', 65_539, 'tsdk_register_status_query'],
  startCall: ['call', 67_537, 'tsdk_start_call'],
  acceptCall: ['call', 67_538, 'tsdk_accept_call'],
  endCall: ['call', 67_539, 'tsdk_end_call'],
  dtmf: ['call', 67_540, 'tsdk_send_dtmf'],
  operateMic: ['call', 67_541, 'tsdk_operate_mic'],
  getMediaDevices: ['call', 67_542, 'tsdk_get_media_devices'],
}

const callEvents = {
  TSDK_E_CALL_EVT_CALL_INCOMING: 'onCallIncoming',
  TSDK_E_CALL_EVT_CALL_OUTGOING: 'onCallOutGoing',
  TSDK_E_CALL_EVT_CALL_RINGBACK: 'onCallRingBack',
  TSDK_E_CALL_EVT_CALL_CONNECTED: 'onCallConnected',
  TSDK_E_CALL_EVT_CALL_ENDED: 'onCallEnded',
  TSDK_E_CALL_EVT_CALL_ENDED_FAILED: 'onCallEndedFailed',
}

const loginEvents = {
  TSDK_E_LOGIN_EVT_LOGIN_STATUS: 'onRegStatusUpdate',
  TSDK_E_LOGIN_EVT_FORCE_LOGOUT: 'onForceUnReg',
}

/** One socket: answers go to whoever asked, the rest to whoever listens. */
function openService(port, protocol, { onReady, onClose, onNotify }) {
  const socket = new WebSocket(`ws://127.0.0.1:${port}`, protocol)
  const waiting = new Map()
  socket.onopen = () => onReady?.()
  socket.onclose = () => onClose?.()
  socket.onmessage = ({ data }) => {
    const told = JSON.parse(data)
    if (told.rsp === undefined) {
      onNotify(told)
      return
    }
    const command = told.rsp & 0x7fff
    waiting.get(command)?.(told)
    waiting.delete(command)
  }
  return {
    ask: (cmd, description, param, response) => {
      if (response) waiting.set(cmd & 0x7fff, response)
      socket.send(JSON.stringify({ cmd, description, param }))
    },
    close: () => socket.close(),
  }
}

window.OpenEye_SDK = function OpenEye_SDK({ daemonPort = 7682, servicePort = 7684, ...heard }) {
  const listeners = {}
  const tell = (table) => (told) => listeners[table[told.description]]?.(told)
  const daemon = openService(daemonPort, 'protocol_ws_deamon_service', {
    onReady: heard.onOpeneyeDeamonReady,
    onClose: heard.onOpeneyeDeamonClose,
    onNotify: ({ notify }) => {
      const service = notify & 0x7fff
      if (service === 1) heard.serviceStartUp?.()
      if (service === 2) heard.serviceShutDown?.()
    },
  })
  const login = openService(servicePort, 'tup_login_service_protocol', {
    onReady: heard.onOpeneyeLoginReady,
    onClose: heard.onOpeneyeLoginClose,
    onNotify: tell(loginEvents),
  })
  const call = openService(servicePort, 'tup_call_service_protocol', {
    onReady: heard.onOpeneyeCallReady,
    onClose: heard.onOpeneyeCallClose,
    onNotify: tell(callEvents),
  })
  const services = { login, call }
  const ask = (name, param, response) => {
    const [service, cmd, description] = commands[name]
    services[service].ask(cmd, description, param, response)
  }
  this.openEyeCall = {
    config: (param, { response } = {}) => ask('config', param, response),
    register: (sip_num, sip_name, sip_pwd, sip_mode, { response, ...more }) => {
      Object.assign(listeners, more)
      ask('register', { sip_num, sip_name, sip_pwd, sip_mode }, response)
    },
    deRegister: (sip_num, { response } = {}) => ask('deRegister', { sip_num }, response),
    RegisterStatusQuery: ({ response } = {}) => ask('registerStatusQuery', {}, response),
    setBasicCallEvent: (more) => Object.assign(listeners, more),
    startCall: (callee_num, is_video, { response } = {}) => ask('startCall', { callee_num, is_video }, response),
    acceptCall: (call_id, is_video, { response } = {}) => ask('acceptCall', { call_id, is_video }, response),
    endCall: (call_id, { response } = {}) => ask('endCall', { call_id }, response),
    dtmf: (call_id, dtmf_tone, { response } = {}) => ask('dtmf', { call_id, dtmf_tone }, response),
    operateMic: (call_id, is_on, { response } = {}) => ask('operateMic', { call_id, is_on }, response),
    getMediaDevices: ({ response } = {}) => ask('getMediaDevices', {}, response),
  }
  this.close = () => {
    for (const one of [daemon, login, call]) one.close()
  }
}
