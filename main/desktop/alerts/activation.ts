interface Activation {
  readonly type: string
}

/** Electron's `Notification`; Windows' activations are not in every release that Earshot runs on. */
interface Activations {
  readonly handleActivation?: (heard: (activation: Activation) => void) => void
}

/** A notification of Windows may be clicked when the app that posted it is long gone, and starts it for that. */
export function hearActivations(notifications: Activations, openDesk: () => void): void {
  notifications.handleActivation?.(({ type }) => {
    // Buttons are heard by the notification itself, which knows its call.
    if (type === 'click') openDesk()
  })
}

/** macOS always; Windows since the releases that can also hear them. */
export function hasButtons(platform: NodeJS.Platform, { handleActivation }: Activations): boolean {
  return platform === 'darwin' || (platform === 'win32' && handleActivation !== undefined)
}
