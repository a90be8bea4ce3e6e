import type { PagePermission } from '#contract'

/**
 * What a page can be told of a call or chat, by the names of spec/media-and-services.md 5.1; `mediaCode` says of
 * `mediaType` what Huawei's own workbench says in its place (usual-parameters.ts).
 */
export type PopValue =
  | 'callerNum'
  | 'calledNum'
  | 'callid'
  | 'mediaType'
  | 'mediaCode'
  | 'callType'
  | 'workNo'
  | 'calldata'
  | 'skillName'
  | 'skillId'
  | 'account'
  | 'origin'

/** What of them is known; nothing in it is empty. */
export type PopValues = { readonly [V in PopValue]?: string }

export type PopMoment = 'incoming' | 'ringing' | 'talking' | 'released' | 'chat-switch' | 'dialled'

/** A page of the site's, as its profile has it. */
export interface SitePage {
  readonly name: string
  readonly url: string
  readonly method: 'GET' | 'POST'
  readonly when: readonly PopMoment[]
  readonly parameters?: PopValues
  readonly for: {
    readonly queues?: readonly string[]
    readonly media?: readonly ('audio' | 'video' | 'chat')[]
    readonly numbers?: readonly string[]
  }
  readonly open: 'embedded' | 'browser' | 'both'
  readonly dial: 'no' | 'ask' | 'click'
  readonly keepsSignIn: boolean
  readonly permissions: readonly PagePermission[]
  readonly hosts?: readonly string[]
  readonly sounds: boolean
  readonly dialableNumbers: boolean
  readonly servesSupportScript: boolean
  readonly ca?: string
}
