import { emit } from '../../platform/agents/agent-state.ts'
import type { ChatShare } from '../model.ts'
import type { Telling } from './telling.ts'

/** The older generation's events (spec/media-and-services.md 2.6). Messages are told of, and fetched by their number. */
export const textchat: Telling = {
  rings: (_platform, share) => emit(share.agent, 'AgentChat_Ring', { ...kind(share), senderaddrtype: sender(share) }),
  talks: (_platform, share) => emit(share.agent, 'AgentChat_Connected', kind(share)),
  says: (_platform, share, message) => {
    if (message.controlType !== 'CHAT') return
    emit(share.agent, 'AgentChat_DataRecved', {
      msgid: message.id,
      ...kind(share),
      senderaddrtype: sender(share),
    })
  },
  released: (share) => emit(share.agent, 'AgentChat_Disconnected', kind(share)),
  // Nothing else is known to end a ring (inferred).
  notAnswered: (share) => emit(share.agent, 'AgentChat_Disconnected', kind(share)),
  transferBegun: (share) => emit(share.agent, 'AgentChat_TransferStart', kind(share)),
  transferred: (share, worked) => {
    if (!worked) emit(share.agent, 'AgentChat_TransferFailed', kind(share))
  },
  callsInside: (share) => emit(share.agent, 'AgentChat_CallOutCreated', kind(share)),
  insideFailed: (share) => emit(share.agent, 'AgentChat_CalloutFailed', kind(share)),
}

function kind({ chat }: ChatShare): Record<string, unknown> {
  return { callid: chat.id, type: chat.channel === 'EMAIL' ? 'EMAIL' : 'TEXTCHAT' }
}

/** 9 an agent, 11 a user (spec/media-and-services.md 2.6). */
function sender({ chat }: ChatShare): number {
  return chat.feature === 6 ? 9 : 11
}
