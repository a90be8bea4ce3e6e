import type { Route } from '../../gateway/route.ts'
import { mediacallRoutes } from './mediacall.ts'
import { quickReplyRoutes } from './quick-replies.ts'
import { textchatRoutes } from './textchat.ts'

/** Both generations are answered; which of them tells of chats is `dialect`. */
export const chatRoutes: readonly Route[] = [...mediacallRoutes, ...textchatRoutes, ...quickReplyRoutes]
