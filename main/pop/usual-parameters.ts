import type { PopValue } from './site-page.ts'

/**
 * Which values a page is sent that says nothing of it, and under which names. The first nine are what Huawei's workbench
 * sends (https://support.huaweicloud.com/intl/en-us/devg-workbench-cec/cec_05_1713.html, Table 1, with `mediaType` 1 for
 * voice and video and 5 for multimedia), so that a page written for it finds them; spec/media-and-services.md 5.1 did not
 * know that page. The others are the names that 5.1 proposes.
 */
export const usualParameters: readonly (readonly [PopValue, string])[] = [
  ['callerNum', 'callerNum'],
  ['calledNum', 'calledNum'],
  ['callid', 'callid'],
  ['mediaCode', 'mediaType'],
  ['callType', 'callType'],
  ['workNo', 'workNo'],
  ['skillName', 'callskill'],
  ['skillId', 'callskillid'],
  ['account', 'agentName'],
  ['calldata', 'calldata'],
  ['skillName', 'skillName'],
  ['skillId', 'skillId'],
  ['account', 'account'],
  ['origin', 'origin'],
]
