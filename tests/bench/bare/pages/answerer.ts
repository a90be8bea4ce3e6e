import { type SessionDescriptionHandler, UserAgent } from 'sip.js'

declare global {
  interface Window {
    serve(url: string, description: string): Promise<void>
  }
}

/** SIP.js alone: every INVITE is answered at once with a description that is ready. */
window.serve = async (server, description) => {
  const agent = new UserAgent({
    uri: UserAgent.makeURI('sip:bare@localhost'),
    transportOptions: { server },
    logBuiltinEnabled: false,
    sessionDescriptionHandlerFactory: () => readyDescription(description),
    delegate: { onInvite: (invitation) => void invitation.accept() },
  } as ConstructorParameters<typeof UserAgent>[0])
  await agent.start()
}

function readyDescription(body: string): SessionDescriptionHandler {
  return {
    close: () => undefined,
    getDescription: () => Promise.resolve({ body, contentType: 'application/sdp' }),
    hasDescription: (type) => type === 'application/sdp',
    setDescription: () => Promise.resolve(),
    sendDtmf: () => false,
  }
}
