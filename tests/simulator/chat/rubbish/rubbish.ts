import type { Centre } from '../../centre.ts'

/** What no platform should send, by name: contents of AgentEvent_MessageData for a chat that is open. */
export function rubbishFor(callid: string): Readonly<Record<string, unknown>> {
  const frame = { callid, caller: 'user-1', called: '4011', feature: '0', type: 'main', mediaAbility: '5', jsonKey: [] }
  const said = (message: unknown) => ({ ...frame, message })
  const json = (fields: Readonly<Record<string, unknown>>) =>
    said(JSON.stringify({ channel: 'WEB', controlType: 'CHAT', mediaType: 'TEXT', sourceType: 'CUSTOMER', ...fields }))
  return {
    'unknown keys': json({ content: 'with unknown keys', messageId: 'r1', fromTheFuture: { deep: [1, 2, 3] } }),
    'plain text for JSON': said('plain words where JSON is due'),
    'half of a JSON': said('{"controlType":"CHAT","content":"cut o'),
    'JSON of another kind': said('[1,2,3]'),
    'a number': said(42),
    nothing: said(null),
    'no message': frame,
    'a megabyte of emoji': json({ content: '😀'.repeat(262_144), messageId: 'r2' }),
    'HTML and script': json({
      content: '<img src=x onerror="document.title=1"><script>document.title=1</script><b>bold</b>',
      messageId: 'r3',
      senderNickname: '<script>document.title=1</script>',
    }),
    'bidirectional overrides': json({ content: '\u202Egpj.exe\u202C \u2066hidden\u2069', messageId: 'r4' }),
    'a file name with a path': json({
      mediaType: 'FILE',
      content: '../../etc/\u202Epasswd\u0000\n.exe,12,9f1c,exe',
      messageId: 'r5',
    }),
    'a location out of this world': json({
      mediaType: 'LOCATE',
      content: '{"latitude":"north","longitude":1e9,"description":"<b>x</b>"}',
      messageId: 'r6',
    }),
    'a card that leads nowhere good': json({
      mediaType: 'WEBCARD',
      content: '{"title":"T","description":"D","redirectUrl":"javascript:alert(1)"}',
      messageId: 'r7',
    }),
    'a kind nobody knows': json({ mediaType: 'HOLOGRAM', content: 'x', messageId: 'r8' }),
    'a control nobody knows': json({ controlType: 'DANCE', content: 'x', messageId: 'r9' }),
    'a time before time': json({ content: 'from 1970', timestamp: -5, messageId: 'r10' }),
    'an unknown call': { ...said('to nobody'), callid: '1-1' },
    'no call': { message: 'to nobody at all' },
  }
}

/** All of it into the agent's stream, one after the other. */
export function sendRubbish({ faults }: Pick<Centre, 'faults'>, agent: string, callid: string): void {
  for (const content of Object.values(rubbishFor(callid))) faults.sendEvent(agent, 'AgentEvent_MessageData', content)
}
