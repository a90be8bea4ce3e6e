import { app, type Session } from 'electron'
import type { Log } from '../../log/log.ts'
import { checkSpelling } from './spelling.ts'

export { offerSpelling } from './spelling-menu.ts'

export function openSpelling(session: Session, dictionary: string, log: Log): void {
  checkSpelling({ session, dictionary, log, userData: app.getPath('userData'), platform: process.platform })
}
