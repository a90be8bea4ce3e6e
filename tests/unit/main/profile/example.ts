/** The profile of the issue, complete. */
export const example = {
  name: 'Example site',
  gateway: {
    url: 'https://gateway.example:8043/agentgateway',
    transport: 'websocket',
    websocketUrl: 'wss://gateway.example:38043/agentgateway/websocket/{agentId}',
  },
  sip: {
    servers: ['wss://sip.example/ws'],
    domain: 'sip.example',
    iceServers: [],
    codecs: ['opus', 'PCMA', 'PCMU'],
    registerSeconds: 300,
  },
}
