import type { PageEvent, PageEventFields, PageEventName } from '#contract'
import type { PopValues, SitePage } from './site-page.ts'
import type { Subject } from './subjects.ts'
import { originOf } from './template.ts'

/** What of the agent a page may know. */
export interface PopAgent {
  /** At a site without a platform, the softphone's number. */
  readonly workNo: string
  readonly skills: readonly { readonly id: number; readonly name: string }[]
}

/**
 * What this page can be told of a call or chat (spec/media-and-services.md 5.1). The agent's account in the business
 * system, `account`, is told to nobody by CC-Gateway and so is never known. A page is its own top frame here, so the
 * `origin` to which it posts its messages is its own.
 */
export function valuesFor({ url }: Pick<SitePage, 'url'>, agent: PopAgent, subject: Subject | null): PopValues {
  return { ...(subject && valuesOf(subject, agent)), workNo: agent.workNo, origin: originOf(url) }
}

/** spec/media-and-services.md 5.3: of an `Init`, the agent's number alone. */
export function eventFor(name: PageEventName, agent: PopAgent, subject: Subject | null): PageEvent {
  const { workNo } = agent
  return { name, fields: name === 'Init' || subject === null ? { workNo } : { ...fieldsOf(subject), workNo } }
}

/** The queue's id, where only its name was told, by the agent's own skills. */
function valuesOf({ values }: Subject, { skills }: PopAgent): PopValues {
  const skill = skills.find(({ name }) => name === values.skillName)
  return skill ? { skillId: String(skill.id), ...values } : values
}

const TOLD = ['callerNum', 'calledNum', 'callid', 'mediaType', 'calldata'] as const

function fieldsOf({ values, outgoing }: Subject): Omit<PageEventFields, 'workNo'> {
  const told = TOLD.flatMap((name) => (values[name] === undefined ? [] : [[name, values[name]]]))
  return { ...Object.fromEntries(told), callType: outgoing ? '1' : '0' }
}
