import { emit, goBusy, setState, settle } from '../agents/agent-state.ts'
import { bringPhone, hangUpPhone, releasePhone } from '../agents/phone.ts'
import { arrange } from '../calls/arrange.ts'
import { talking } from '../calls/call-events.ts'
import { remove } from '../calls/shares.ts'
import type { Agent, Inspection, InspectionKind, Platform, Share } from '../model.ts'
import { isCensor } from '../population.ts'
import type { Retcode } from '../retcode.ts'

/** "QC" refusals (spec/ccgateway.md 17); which of them a state that does not fit gets is inferred from its name. */
const wrongState: Retcode = '900-005'

/** Who may do something to whom at all; null: may. */
export function refusalOf(by: Agent, of: Agent | undefined): Retcode | null {
  if (!isCensor(by.workNumber)) return '900-002'
  if (!of) return '900-004'
  if (of === by) return '000-005'
  return of.session ? null : wrongState
}

/** `addsupervise` and `addinsert` (spec/ccgateway.md 11): the inspector is idle, and for the second the agent in a call. */
export function inspect(platform: Platform, by: Agent, of: Agent, kind: 'listen' | 'insert'): Retcode {
  if (by.state.name !== 'idle') return wrongState
  if (kind === 'insert' && !conversationOf(of)) return wrongState
  const inspection: Inspection = { by, of, kind, begun: false }
  by.inspecting = inspection
  setState(platform, by, 'talking')
  emit(by, 'AgentState_Busy')
  bringPhone(
    platform,
    by,
    { number: of.workNumber, name: of.name },
    {
      up: () => begin(platform, inspection),
      failed: () => fail(platform, inspection),
      dropped: () => endInspection(platform, inspection),
    },
  )
  return '0'
}

function begin(platform: Platform, inspection: Inspection): void {
  const { by, of, kind } = inspection
  if (by.inspecting !== inspection) return
  const share = conversationOf(of)
  inspection.begun = true
  of.inspections.push(inspection)
  tellBegun(inspection)
  if (share) arrange(share.call)
  if (kind !== 'insert') return
  // "Same + talking" of the table in spec/ccgateway.md 11; that it names the conversation is inferred.
  if (share) emit(by, 'AgentEvent_Talking', talking(share))
  else endInspection(platform, inspection)
}

/** As for a call that the phone did not take: busy, reason 5 (spec/ccgateway.md 6; inferred for an inspector). */
function fail(platform: Platform, { by }: Inspection): void {
  by.inspecting = null
  hangUpPhone(by)
  goBusy(platform, by, 5)
}

/** Where the agent's leg is; an inspector hears what the agent hears of it. */
export function conversationOf(agent: Agent): Share | undefined {
  return agent.shares.find(({ state }) => state === 'talking' || state === 'held')
}

/** spec/ccgateway.md 15.6; which of the two whispers it is nobody says (inferred: the first). */
const qcTypes: Readonly<Record<InspectionKind, number>> = { listen: 8, insert: 9, whisper: 20_172 }

function contentOf({ by, kind }: Inspection): Record<string, unknown> {
  return { qcType: qcTypes[kind], qcAgentId: Number(by.workNumber) }
}

function tellBegun(inspection: Inspection): void {
  emit(inspection.of, 'AgentOther_BeQcStart', contentOf(inspection))
}

/** The three of `requestswitchinsertwhisperagent`, and the whisper's own two operations (spec/ccgateway.md 11). */
export function turnTo(by: Agent, of: Agent, kind: InspectionKind): Retcode {
  const inspection = by.inspecting
  if (!inspection?.begun || inspection.of !== of) return wrongState
  const share = conversationOf(of)
  if (!share && kind !== 'listen') return wrongState
  // To stop a whisper is told as an end (spec/ccgateway.md 11), and listening goes on (inferred).
  inspection.kind = kind
  if (share) arrange(share.call)
  return '0'
}

export function switchTo(by: Agent, of: Agent, kind: InspectionKind): Retcode {
  const code = turnTo(by, of, kind)
  if (code === '0' && by.inspecting) tellBegun(by.inspecting)
  return code
}

export function stopWhisper(by: Agent, of: Agent): Retcode {
  if (by.inspecting?.kind !== 'whisper') return wrongState
  const told = contentOf(by.inspecting)
  const code = turnTo(by, of, 'listen')
  if (code === '0') emit(of, 'AgentOther_BeQcStop', told)
  return code
}

/** `DELETE …/{workNo}`; also before the phone was taken (inferred). */
export function stopInspecting(platform: Platform, by: Agent, of: Agent): Retcode {
  const inspection = by.inspecting
  if (inspection?.of !== of) return wrongState
  endInspection(platform, inspection)
  return '0'
}

/** spec/ccgateway.md 11: the inspector's phone is released and they are idle; the agent is told. */
export function endInspection(platform: Platform, inspection: Inspection): void {
  leaveInspection(inspection)
  const { by } = inspection
  releasePhone(by)
  settle(platform, by, { talked: false, queue: null })
}

/** The inspector is out of the conversation; what they do next is the caller's business. */
export function leaveInspection(inspection: Inspection): void {
  const { by, of, begun } = inspection
  if (by.inspecting === inspection) by.inspecting = null
  remove(of.inspections, inspection)
  const share = conversationOf(of)
  if (share) arrange(share.call)
  if (begun) emit(of, 'AgentOther_BeQcStop', contentOf(inspection))
}
