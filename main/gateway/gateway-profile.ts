/** Which gateway a site has and how this desk signs in to it, from the connection profile. */
export interface GatewayProfile {
  /** With its context path: `https://host:8043/agentgateway` (spec/ccgateway.md 1). */
  readonly url: string
  /** A gateway serves one of the two, never both (spec/ccgateway.md 1). */
  readonly transport: 'websocket' | 'poll'
  /** May hold `{agentId}`; absent: the same host, `/websocket/{agentId}` below the context (5.3, inferred). */
  readonly websocketUrl?: string
  /** PEM text of certificates trusted beside the system's. */
  readonly ca?: string
  /** The gateway answers for the agent; absent: the agent answers. */
  readonly autoAnswer?: boolean
  /** After a call to wrap-up instead of idle; absent: yes, which 3.8 wants for a line that hangs up. */
  readonly wrapUp?: boolean
  /** The line stays up between calls (`releasephone=false`); absent: it hangs up. */
  readonly alwaysOffHook?: boolean
  /** Sign in as a video agent (`agenttype` 11, spec/ccgateway.md 12); absent: for voice. */
  readonly video?: boolean
  /** Sign in to the multimedia server too (`checkInWebm`, spec/ccgateway.md 3.1); absent: no. */
  readonly chat?: boolean
}
