import type { z } from 'zod'
import type { Input, RequestName, WindowKind } from '#contract'
import { agentInputs } from './agent.ts'
import { callsInputs } from './calls.ts'
import { draftsInputs } from './chat-drafts.ts'
import { emailsInputs } from './chat-emails.ts'
import { chatFilesInputs, voiceInputs } from './chat-files.ts'
import { repliesInputs } from './chat-replies.ts'
import { chatsInputs } from './chats.ts'
import { desktopInputs } from './desktop.ts'
import { directoryInputs } from './directory.ts'
import { doorsInputs } from './doors.ts'
import { historyInputs } from './history.ts'
import { lineInputs } from './line.ts'
import { nothing, oneCall } from './parts.ts'
import { phonePictureInputs, pictureInputs } from './picture.ts'
import { popInputs } from './pop.ts'
import { profileInputs } from './profile.ts'
import { settingsInputs } from './settings.ts'
import { teamInputs } from './team.ts'

export type Inputs<W extends WindowKind> = { readonly [N in RequestName<W>]: z.ZodType<Input<W, N>> }

/** The shape of everything a window may send; one that is missing, or says another type than the contract, does not compile. */
export const inputs: { readonly [W in WindowKind]: Inputs<W> } = {
  desk: {
    'desk.current': nothing,
    ...agentInputs,
    ...callsInputs,
    ...chatFilesInputs,
    ...chatsInputs,
    ...desktopInputs,
    ...draftsInputs,
    ...emailsInputs,
    ...directoryInputs,
    ...doorsInputs,
    ...historyInputs,
    ...pictureInputs,
    ...popInputs,
    ...profileInputs,
    ...repliesInputs,
    ...settingsInputs,
    ...teamInputs,
  },
  phone: { ...lineInputs, ...phonePictureInputs, ...voiceInputs },
  alert: {
    'alert.current': nothing,
    'alert.openDesk': nothing,
    'alert.painted': oneCall,
    'calls.answer': callsInputs['calls.answer'],
    'calls.decline': callsInputs['calls.decline'],
    'chats.answer': chatsInputs['chats.answer'],
    'chats.decline': chatsInputs['chats.decline'],
  },
  pages: { 'pages.current': nothing, ...popInputs },
}
