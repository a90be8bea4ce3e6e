import type { CommandResult, GoTo, Line } from '#contract'
import { judge, lacksLine, lacksMicrophone, NOT_WAITING, type Readiness, type Verdict } from './readiness.ts'
import type { AgentShell } from './session.ts'

const UNKNOWN_LINE: Line = {
  registration: { status: 'off' },
  microphone: { status: 'at-rest', label: '' },
  devices: { microphones: [], speakers: [] },
  camera: { status: 'closed', label: '' },
  cameras: [],
  ring: 'silent',
  phoneWindow: 'down',
}

/** Carries out what `judge` finds: the agent goes busy when the line is down, and back when it is there again. */
export function createReadiness(shell: AgentShell, goTo: (to: GoTo) => Promise<CommandResult>) {
  let readiness: Readiness = NOT_WAITING
  let line = UNKNOWN_LINE
  let timer: NodeJS.Timeout | undefined

  function look(): void {
    const verdict = judge(readiness, shell.state(), line, shell.now())
    readiness = verdict.readiness
    clearTimeout(timer)
    if (verdict.lookAgainAt !== null) timer = setTimeout(look, Math.max(0, verdict.lookAgainAt - shell.now()))
    void carryOut(shell, goTo, verdict.action)
  }

  return {
    look,
    lineChanged: (changed: Line) => {
      line = changed
      if (line.microphone.status === 'ready') shell.notices.settle(['no-microphone'])
      look()
    },
    /** Whether calls would come that there is no line for. */
    lacksLine: () => lacksLine(shell.state(), line),
    /** Whether an agent who went idle now would not be heard. */
    lacksMicrophone: () => lacksMicrophone(shell.state(), line),
    wantIdle: (idleWanted: boolean) => {
      readiness = { ...NOT_WAITING, idleWanted }
    },
  }
}

async function carryOut(
  { notices }: AgentShell,
  goTo: (to: GoTo) => Promise<CommandResult>,
  action: Verdict['action'],
): Promise<void> {
  if (action === 'none') return
  if (action === 'warn') return notices.add({ kind: 'no-microphone' })
  if (action === 'take-out') notices.add({ kind: 'busy-line-down' })
  const result = await goTo({ state: action === 'take-out' ? 'busy' : 'idle' })
  if (result.ok && action === 'bring-back') notices.add({ kind: 'line-back' })
  if (result.ok) return
  const { reason, retcode } = result
  notices.add({ kind: 'command-failed', what: action, reason, ...(retcode && { retcode }) })
}
