import { type ChatsPart, createChats } from '#main/chats/chats.ts'
import type { Gateway as AppGateway, GatewayResult, Operation } from '#main/gateway/gateway.ts'
import { chatVerbs } from '#main/gateway/verbs/chat/chat-verbs.ts'
import { parseEvent } from '#main/gateway/wire/parse-event.ts'
import { openWire } from '#simulator/colleagues/wire.ts'
import type { Gateway } from '#simulator/gateway/gateway.ts'
import { detach } from '#simulator/gateway/session/seat.ts'
import { type AgentDesk, keepWhatIsTold } from '#support/chat-hour/agent-desk.ts'
import { noHistory } from '../support/history.ts'
import { site } from '../support/site.ts'

/** Main's chats at one agent's desk; between them and the simulated platform only the gateway's faults. */
export interface ChatDesk extends AgentDesk {
  /** The socket is gone for so long, and comes back with what was kept. */
  away(ms: number): void
}

const workNumber = '6001'
const noAnswerMs = 20_000

export async function sitDown(gateway: Gateway): Promise<ChatDesk> {
  const told = keepWhatIsTold()
  const connection = { up: true }
  const wire = openWire(gateway, workNumber, () => {
    const last = wire.events.at(-1)
    if (last) arrive(chats, last)
  })
  const chats = createChats({
    gateway: chatVerbs(
      () => appGateway(wire, connection),
      () => ({ dialect: 'mediacall', mediaType: '53', messageBytes: 3_800 }),
    ),
    site: () => site(),
    mediaType: () => '53',
    history: noHistory,
    onChange: () => undefined,
    onMessages: (news) => told.take(news, Date.now()),
    now: Date.now,
    log: { info: () => undefined, warn: () => undefined },
  })
  await signIn(wire, chats)
  const { requests } = chats
  return {
    list: () => chats.current().list,
    shown: told.shown,
    cameAt: told.cameAt,
    answer: (chatId) => void requests['chats.answer']({ chatId }),
    send: (chatId, text) => requests['chats.send']({ chatId, key: crypto.randomUUID(), text }),
    retry: (chatId, messageId) => requests['chats.retry']({ chatId, messageId }),
    end: (chatId) => void requests['chats.end']({ chatId, survey: false }),
    close: (chatId) => requests['chats.close']({ chatId }),
    away: (ms) => {
      const seated = gateway.seats.get(workNumber)?.wire
      if (seated) detach(gateway, seated)
      connection.up = false
      setTimeout(() => {
        connection.up = true
        void comeBack(wire, chats)
      }, ms)
    },
  }
}

type InsideWire = ReturnType<typeof openWire>

function arrive(chats: ChatsPart, { eventType, content }: InsideWire['events'][number]): void {
  const { fact } = parseEvent({ eventType, content: JSON.parse(JSON.stringify(content ?? null)) })
  if (fact) chats.gatewayEvent({ ...fact, at: Date.now() })
}

async function signIn(wire: InsideWire, chats: ChatsPart): Promise<void> {
  const form = { password: 'Agent-6001', phonenum: '67470001', autoanswer: false, status: 4 }
  await wire.ask('PUT', `/onlineagent/${workNumber}`, form)
  await wire.ask('POST', `/onlineagent/${workNumber}/resetskill/true`, undefined)
  chats.available(true)
  chats.agent({ status: 'signed-in', workNumber } as never)
}

async function comeBack(wire: InsideWire, chats: ChatsPart): Promise<void> {
  await wire.ask('POST', `/onlineagent/${workNumber}/handshake`, undefined)
  chats.present()
}

/** Runs the app's operations over the wire; what is never answered is given up after the app's time. */
function appGateway(wire: InsideWire, connection: { readonly up: boolean }): AppGateway {
  const never = () => Promise.reject(new Error('not part of this'))
  const run = async <T>({ method, path, body, read }: Operation<T>): Promise<GatewayResult<T>> => {
    if (!connection.up) return { ok: false, failure: { kind: 'not-connected' } }
    const reply = await answered(wire.ask(method, path.replaceAll('{agentId}', workNumber), body))
    if (!reply) return { ok: false, failure: { kind: 'no-answer' } }
    const { retcode, message, result } = reply.answer
    if (retcode === '0') return { ok: true, value: read(result) }
    return { ok: false, failure: { kind: 'refused', retcode, message } }
  }
  const nothing = () => undefined
  return { signIn: never, signOut: never, close: nothing, checkNow: nothing, guid: () => null, run }
}

function answered<T>(asked: Promise<T>): Promise<T | null> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, noAnswerMs, null)
    asked.finally(() => clearTimeout(timer)).then(resolve, reject)
  })
}
