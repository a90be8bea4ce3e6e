import type { Page } from '@playwright/test'
import { agentScenes } from './scenes/agent.ts'
import { alertScenes } from './scenes/alert.ts'
import { barScenes } from './scenes/bar.ts'
import { callScenes } from './scenes/calls.ts'
import { composerScenes } from './scenes/chat/composer.ts'
import { conversationScenes } from './scenes/chat/conversation.ts'
import { fileScenes } from './scenes/chat/files.ts'
import { chatListScenes } from './scenes/chat-list.ts'
import { directoryScenes } from './scenes/directory.ts'
import { historyScenes } from './scenes/history.ts'
import { pagesScenes } from './scenes/pages.ts'
import { signInScenes } from './scenes/sign-in.ts'
import { talkScenes } from './scenes/talk.ts'
import { teamScenes } from './scenes/team.ts'
import { videoScenes } from './scenes/video.ts'
import { workScenes } from './scenes/work.ts'
import type { Look } from './state.ts'

/** One picture: what main says, at which size (half of it for 200 % zoom), and what is done before it is taken. */
export interface Scene {
  readonly name: string
  readonly page?: 'desk' | 'alert' | 'pages'
  readonly width?: number
  readonly height?: number
  readonly state: (look: Look) => object
  readonly act?: (page: Page) => Promise<void>
}

export const scenes: readonly Scene[] = [
  ...signInScenes,
  ...callScenes,
  ...talkScenes,
  ...videoScenes,
  ...workScenes,
  ...chatListScenes,
  ...composerScenes,
  ...fileScenes,
  ...directoryScenes,
  ...historyScenes,
  ...teamScenes,
  ...pagesScenes,
  ...agentScenes,
  ...barScenes,
  ...alertScenes,
  ...conversationScenes,
]
