import { ok, refused } from '../../gateway/answers.ts'
import type { Reply } from '../../gateway/gateway.ts'
import type { Context, Route } from '../../gateway/route.ts'

/** spec/media-and-services.md 2.6, spelling as is; the members of an answer are not published (inferred). */
export const quickReplyRoutes: readonly Route[] = [
  route('getQuickReplyList', 'GET', 'getquickrelpylist', ({ gateway, agent }) =>
    ok(gateway.platform.chats.quickReplies.get(agent.workNumber) ?? []),
  ),
  route('insertQuickReply', 'PUT', 'insertquickrelpy', insert),
  route('updateQuickReply', 'POST', 'updatequickrelpy', update),
  route('deleteQuickReply', 'DELETE', 'deletequickrelpy', remove),
]

function route(name: string, method: Route['method'], path: string, run: (context: Context) => Reply): Route {
  return { name, method, path: `/textchat/{agentid}/${path}`, run }
}

function insert({ gateway, agent, request }: Context): Reply {
  const content = request.query.get('content') ?? ''
  if (content === '') return refused('000-002')
  const { quickReplies } = gateway.platform.chats
  const known = quickReplies.get(agent.workNumber) ?? []
  const id = String(Math.max(0, ...known.map((reply) => Number(reply.id))) + 1)
  quickReplies.set(agent.workNumber, [...known, { id, content }])
  return ok({ id })
}

function update({ gateway, agent, request }: Context): Reply {
  const { quickReplies } = gateway.platform.chats
  const known = quickReplies.get(agent.workNumber) ?? []
  const id = request.query.get('id')
  const content = request.query.get('content') ?? ''
  if (content === '' || !known.some((reply) => reply.id === id)) return refused('000-002')
  quickReplies.set(
    agent.workNumber,
    known.map((reply) => (reply.id === id ? { ...reply, content } : reply)),
  )
  return ok({})
}

function remove({ gateway, agent, request }: Context): Reply {
  const { quickReplies } = gateway.platform.chats
  const known = quickReplies.get(agent.workNumber) ?? []
  const rest = known.filter(({ id }) => id !== request.query.get('id'))
  if (rest.length === known.length) return refused('000-002')
  quickReplies.set(agent.workNumber, rest)
  return ok({})
}
