import type { Session, WebPreferences } from 'electron'

/** How a page finds out, before its scripts run, which origin may have its object (preload/pop.ts). */
export const originArgument = '--earshot-page-origin='

/** What a page can do: what a page in a browser can, and less. */
export function pagePreferences(
  session: Session,
  { preload, packaged, origin }: { readonly preload: string; readonly packaged: boolean; readonly origin: string },
): WebPreferences {
  return {
    session,
    preload,
    additionalArguments: [originArgument + origin],
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    focusOnNavigation: false,
    spellcheck: false,
    // Electron's own message boxes would stop the desk; the preload asks in the pane instead.
    disableDialogs: true,
    // Full screen is the room that the page has.
    disableHtmlFullscreenWindowResize: true,
    devTools: !packaged,
  }
}
