import { mischief } from './mischief.ts'
import { pageFile } from './render.ts'
import type { Answer, Asked, Reply } from './reply.ts'
import * as views from './views.ts'

/** Where pages written for Huawei's workbench load its script from (spec/media-and-services.md 5.3). */
export const supportScript = '/service-cloud/resource.root/page/resource.root/js/AICCSupport.js'

type Run = (asked: Asked) => Answer

const pages: Readonly<Record<string, Run>> = {
  'GET /': views.customer,
  'GET /customer': views.customer,
  'POST /customer': views.customer,
  'GET /ticket': views.ticket,
  'POST /ticket': views.ticket,
  'POST /ticket/save': views.savedTicket,
  'GET /workbench': views.workbench,
  'POST /workbench': views.workbench,
  'GET /calling-frame': views.callingFrame,
  'GET /openeye': views.openEye,
  'GET /misbehaving': views.misbehaving,
  'GET /files/contract': contract,
  'GET /files/empty': () => attached('empty.txt', Buffer.alloc(0)),
  [`GET ${supportScript}`]: servedScript,
}

const scripts: ReadonlySet<string> = new Set([
  'calling-frame.js',
  'misbehaving.js',
  'openeye-sdk.js',
  'openeye.js',
  'ticket.js',
  'workbench.js',
])

/** The text of a file that pages load; null: it is none. */
function fileAt(path: string): Reply | null {
  const name = path.slice(1)
  if (name === 'crm.css') return text('text/css', pageFile(name))
  return scripts.has(name) ? text('text/javascript', pageFile(`scripts/${name}`)) : null
}

function text(type: string, body: string): Reply {
  return { headers: { 'Content-Type': `${type}; charset=utf-8` }, body }
}

export function answerTo(asked: Asked): Answer {
  const { method, path, door, headers } = asked.visit
  if (door === 'asks-certificate' && !isKnown(asked)) {
    return views.inFrame('Who are you?', { html: '<p>This page is for holders of a certificate.</p>' }, 403)
  }
  const file = method === 'GET' ? fileAt(path) : null
  if (file) return file
  const mischievous = /^\/mischief\/([\w-]+)$/.exec(path)?.[1] ?? ''
  const run: Run | undefined = pages[`${method} ${path}`] ?? mischief[mischievous]
  if (!run) return views.inFrame('Not here', { html: '<p>There is no such page.</p>' }, 404)
  return withCookie(run(asked), headers.cookie)
}

/** Somebody who comes back is known by this, so that a test sees who shares whose cookies. */
function withCookie(answer: Answer, cookie: unknown): Answer {
  if (typeof answer === 'function' || /\bcrm_visitor=/.test(String(cookie ?? ''))) return answer
  const value = `crm_visitor=${crypto.randomUUID()}; Max-Age=86400; Path=/; HttpOnly`
  return { ...answer, headers: { ...answer.headers, 'Set-Cookie': value } }
}

/** The agent's own certificate is one of the simulator's authority. */
function isKnown({ incoming }: Asked): boolean {
  const { socket } = incoming
  return 'authorized' in socket && socket.authorized === true
}

/** A name with everything that a file's name can have, some of which a file must not. */
export const awkwardName = '../Vertrag „Müller & Söhne“ 合同 <2026>?*.html'

function contract(): Reply {
  return attached(awkwardName, Buffer.from('<script>alert("opened")</script><p>The contract.</p>'))
}

/** RFC 6266 section 4.3: the name in full, encoded by RFC 5987, beside one that old programs understand. */
function attached(name: string, body: Buffer): Reply {
  const plain = name.replaceAll(/[^ -~]|["\\]/g, '_')
  const disposition = `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name).replaceAll(/['()*]/g, percent)}`
  return { headers: { 'Content-Type': 'application/octet-stream', 'Content-Disposition': disposition }, body }
}

function percent(sign: string): string {
  return `%${sign.charCodeAt(0).toString(16).toUpperCase()}`
}

/** Whoever runs this was not given an `AICCSupport` by the program that shows the page. */
function servedScript(): Reply {
  return text('text/javascript', 'document.documentElement.dataset.supportScript = "not intercepted"\n')
}
