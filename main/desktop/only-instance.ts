import type { App } from 'electron'

/** Whether this is the first start; a later one brings the first to the front and is to end at once. */
export function isOnlyInstance(
  app: Pick<App, 'requestSingleInstanceLock' | 'on'>,
  onSecondStart: (argv: readonly string[]) => void,
): boolean {
  if (!app.requestSingleInstanceLock()) return false
  app.on('second-instance', (_, argv) => onSecondStart(argv))
  return true
}
