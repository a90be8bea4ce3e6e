import type { App, Session, WebContents } from 'electron'
import { isMailPage } from './mail-pages.ts'
import { pageOrigin } from './pages.ts'

type Guarded = Pick<
  Session,
  'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setDevicePermissionHandler'
> & { on(event: 'will-download', listener: (event: { preventDefault(): void }) => void): unknown }

/** A request to use something, in what its two handlers have in common. */
export interface PermissionAsked {
  readonly permission: string
  readonly origin: string
  /** What media is wanted; empty where the page does not say. */
  readonly media: readonly string[]
}

export type Permit = (asked: PermissionAsked) => boolean

export const permitNothing: Permit = () => false

/** The phone window hears and sees, when main wants a call to; nobody else does either. */
export const permitPhone: Permit = ({ permission, origin, media }) => {
  if (origin !== pageOrigin) return false
  if (permission === 'speaker-selection' || permission === 'display-capture') return true
  // A screen is asked for as media of no kind; what is given is for `giveScreens` to say.
  return permission === 'media' && media.every((kind) => kind === 'audio' || kind === 'video')
}

export function guardSession(session: Guarded, permit: Permit): void {
  session.setPermissionRequestHandler((_, permission, callback, details) => {
    const media = 'mediaTypes' in details ? (details.mediaTypes ?? []) : []
    callback(permit({ permission, origin: originOf(details.requestingUrl), media }))
  })
  session.setPermissionCheckHandler((_, permission, origin, { mediaType }) =>
    permit({ permission, origin: originOf(origin), media: mediaType === undefined ? [] : [mediaType] }),
  )
  session.setDevicePermissionHandler(() => false)
  session.on('will-download', (event) => event.preventDefault())
}

/** Our scheme's URLs have no origin of their own in Node, and the handlers end them differently. */
function originOf(url: string): string {
  return url === pageOrigin || url.startsWith(`${pageOrigin}/`) ? pageOrigin : 'another'
}

type Contents = Pick<WebContents, 'setWindowOpenHandler' | 'on'>

/**
 * No window of ours ever shows another page than its own, or opens one. A page of the site's has a session of its own
 * and its own limits (main/pop/views/limits/), and never one of ours.
 */
export function guardContents(app: Pick<App, 'on'>, isPages: (session: Session) => boolean): void {
  app.on('web-contents-created', (_, contents) => {
    if (!isPages(contents.session)) guardOne(contents)
  })
}

function guardOne(contents: Contents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.on('will-frame-navigate', (event) => {
    const { url, isMainFrame, frame } = event
    // What the desk shows an e-mail in; a link in it leads nowhere.
    if (!isMainFrame && isMailPage(url)) return
    if (!isMainFrame || frame === null || url !== frame.url) event.preventDefault()
  })
  contents.on('will-redirect', (event) => event.preventDefault())
}
