import { m } from '../messages/compiled/messages.js'

interface PasswordDraft {
  readonly workNumber: string
  readonly old: string
  readonly next: string
  readonly repeated: string
}

/** What the platform would refuse anyway (spec/ccgateway.md 17, 110-017 to 110-022), said before asking it. */
export function passwordFault({ workNumber, old, next, repeated }: PasswordDraft): string | null {
  const reversed = [...workNumber].reverse().join('')
  if (!old) return m.password_fault_old_missing()
  if (next.length < 8 || next.length > 30) return m.retcode_110_020()
  if (next === old) return m.retcode_110_017()
  if (next === workNumber || next === reversed) return m.retcode_110_018()
  return next === repeated ? null : m.retcode_110_022()
}
