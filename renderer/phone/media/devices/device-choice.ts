import type { AudioDevice, DeviceChoice } from '#contract'

/** Names that follow the system's choice and so identify no device. */
const aliases = new Set(['default', 'communications', ''])

export function isAlias(deviceId: string): boolean {
  return aliases.has(deviceId)
}

/**
 * The device that was chosen, or null when it is not there. A group id is drawn anew for every document (W3C Media
 * Capture 9.2), so it tells twins apart while this window lives, and the label finds the device again after a restart.
 */
export function findChosen(choice: DeviceChoice | null, devices: readonly AudioDevice[]): AudioDevice | null {
  if (choice === null) return null
  const real = devices.filter((device) => !isAlias(device.id))
  const labelled = real.filter((device) => device.label === choice.label)
  return (
    labelled.find((device) => device.groupId === choice.groupId) ??
    labelled[0] ??
    real.find((device) => device.groupId === choice.groupId) ??
    null
  )
}

/**
 * What the device of a track is called; empty where that cannot be told. A track of the system's choice is labelled as
 * such ("Default") in no language of the agent's; its group tells the device, but on Linux it has one of its own.
 */
export function nameOf(
  track: { readonly label: string; getSettings(): { deviceId?: string; groupId?: string } },
  devices: readonly AudioDevice[],
): string {
  const { deviceId = '', groupId } = track.getSettings()
  if (!isAlias(deviceId)) return track.label
  const real = devices.filter((device) => !isAlias(device.id))
  const only = real.length === 1 ? real[0] : undefined
  return (real.find((device) => device.groupId === groupId) ?? only)?.label ?? ''
}
