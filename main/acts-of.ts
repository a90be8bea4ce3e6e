import type { GoTo } from '#contract'
import type { Parts } from './parts.ts'

interface Desk {
  openDesk(): void
  showInDesk(chatId: string): void
}

/** Tray, alerts and hotkeys ask for the same acts as the desk, at the same place. */
export function actsOf(parts: () => Pick<Parts, 'agent' | 'calls' | 'chats' | 'doors' | 'line'> & Desk) {
  const calls = () => parts().calls.requests
  const agent = () => parts().agent.requests
  const showChat = (chatId: string) => {
    parts().openDesk()
    parts().showInDesk(chatId)
  }
  return {
    answer: (callId: string) => calls()['calls.answer']({ callId }),
    decline: (callId: string, mode: 'requeue' | 'release') => calls()['calls.decline']({ callId, mode }),
    mute: (callId: string, muted: boolean) => calls()['calls.mute']({ callId, muted }),
    hold: (callId: string) => calls()['calls.hold']({ callId }),
    retrieve: (callId: string) => calls()['calls.retrieve']({ callId }),
    hangUp: (callId: string) => calls()['calls.hangUp']({ callId }),
    answerChat: async (chatId: string) => {
      const result = await parts().chats.requests['chats.answer']({ chatId })
      // What is in the way is said there too.
      showChat(chatId)
      return result
    },
    declineChat: (chatId: string) => parts().chats.requests['chats.decline']({ chatId }),
    showChat,
    soundMessage: (sound: 'message' | 'message-in-call') => parts().line.command({ verb: 'try-ring', sound }),
    dialSelection: () => parts().doors.dialSelection(),
    goTo: async (goTo: GoTo) => {
      const result = await parts().agent.goToFromOutside(goTo)
      // What is in the way is said in the desk.
      if (!result.ok) parts().openDesk()
    },
    signOut: () => agent()['agent.signOut']({ force: false }),
  }
}
