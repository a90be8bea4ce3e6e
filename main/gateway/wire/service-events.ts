import { z } from 'zod'
import type { GatewayFact, InspectionKind } from '../event.ts'
import type { EventReader } from './call-events.ts'
import { callId, known, number, read, text } from './lenient.ts'

const recorded = z.object({ callId: callId, callid: callId })

function recording(state: 'on' | 'off' | 'failed'): EventReader {
  return (content) => {
    const fields = read(recorded, content)
    const id = fields?.callId ?? fields?.callid
    return { type: 'recording', state, ...(id && { callId: id }) }
  }
}

/** spec/ccgateway.md 15.6: 8 listen, 9 insert, 20172 and 20173 whisper. */
const kinds: Readonly<Record<number, InspectionKind>> = { 8: 'listen', 9: 'insert', 20172: 'whisper', 20173: 'whisper' }
const inspected = z.object({ qcType: number, qcAgentId: text })

const inspection: EventReader = (content) => {
  const { qcType, qcAgentId } = read(inspected, content) ?? {}
  const how = (qcType === undefined ? undefined : kinds[qcType]) ?? 'unknown'
  return { type: 'inspection', how, ...(qcAgentId && { by: qcAgentId }) }
}

const inspectionOver: EventReader = (content) => {
  const by = read(inspected, content)?.qcAgentId
  return { type: 'inspection-over', ...(by && { by }) }
}

const watched = z.object({ subtype: text, monitoredagent: text, agentname: text })

const watchedAgent: EventReader = (content) => {
  const { subtype, monitoredagent, agentname } = read(watched, content) ?? {}
  if (!monitoredagent) return null
  const present = subtype === 'QC_AgentState_Login'
  return { type: 'watched-agent', workNumber: monitoredagent, present, ...(agentname && { name: agentname }) }
}

const noted = z.object({ sender: text, sendername: text, receivetime: text, timestring: text, context: text })

/** The page says null, a demo reads an object (spec/ccgateway.md 14). */
const note: EventReader = (content) => {
  const { sender, sendername, receivetime, timestring, context } = read(noted, content) ?? {}
  const told = { from: sender, fromName: sendername, text: context, sentAt: timestring ?? receivetime }
  return { type: 'note', ...known(told) }
}

const posted = z.object({ bulletindata: text, content: text, context: text })

/** What it carries is nowhere written (spec/ccgateway.md 19): the likely members are tried. */
const bulletin: EventReader = (content) => {
  const fields = read(posted, content)
  const words = fields?.bulletindata ?? fields?.content ?? fields?.context ?? read(text, content)
  return { type: 'bulletin', ...(words && { text: words }) } satisfies GatewayFact
}

/** spec/ccgateway.md 14, 15.6 and 15.7. */
export const serviceEvents: readonly (readonly [eventType: string, reader: EventReader])[] = [
  ['AgentMediaEvent_Record', recording('on')],
  ['AgentMediaEvent_Record_Fail', recording('failed')],
  ['AgentMediaEvent_StopRecordDone', recording('off')],
  ['AgentOther_BeQcStart', inspection],
  ['AgentOther_BeQcStop', inspectionOver],
  ['QC_AgentState_Notify', watchedAgent],
  ['AgentOther_Note', note],
  ['AgentOther_Bulletin', bulletin],
]
