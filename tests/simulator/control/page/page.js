const $ = (id) => document.getElementById(id)

async function ask(method, path, body) {
  const answer = await fetch(path, {
    method,
    headers: { 'Content-Type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  })
  const value = await answer.json()
  // Looking round again does not wipe away what was just said.
  if (method !== 'GET' || !answer.ok) $('said').textContent = answer.ok ? '' : value.error
  return answer.ok ? value : undefined
}

function cell(...content) {
  const td = document.createElement('td')
  td.append(...content)
  return td
}

function button(name, run) {
  const element = document.createElement('button')
  element.type = 'button'
  element.textContent = name
  element.addEventListener('click', () => run().then(show))
  return element
}

/** Rows are rebuilt only when they changed, so that no button disappears under a press. */
function fill(body, rows, row) {
  const seen = JSON.stringify(rows)
  if (body.dataset.seen === seen) return
  body.dataset.seen = seen
  body.replaceChildren(
    ...rows.map((one) => {
      const tr = document.createElement('tr')
      tr.append(...row(one))
      return tr
    }),
  )
}

/** Everybody who is heard, by one tone each. */
const sounds = (tones) => tones.map((hz) => (hz === 0 ? 'sound' : `${hz} Hz`)).join(' + ') || 'silence'

function callRow(call) {
  const path = `/calls/${encodeURIComponent(call.id)}`
  const live = call.state !== 'ended'
  const state = live ? call.state : `ended: ${call.end}`
  const buttons = [
    ...[440, 1000].map((tone) => button(`Say ${tone} Hz`, () => ask('POST', `${path}/say`, { tone }))),
    button('Say nothing', () => ask('POST', `${path}/say`, {})),
    button('Hang up', () => ask('DELETE', path)),
  ]
  return [cell(call.number), cell(call.id), cell(state), cell(sounds(call.tones)), cell(...(live ? buttons : []))]
}

const deeds = ['force-busy', 'force-idle', 'force-sign-out', 'grant-rest', 'deny-rest', 'sign-in-elsewhere', 'end-call']

function agentRow(agent) {
  const buttons = deeds.map((deed) =>
    button(deed.replaceAll('-', ' '), () => ask('POST', `/agents/${agent.workNumber}/${deed}`)),
  )
  buttons.push(button('play', () => ask('POST', '/colleagues', { workNumber: agent.workNumber })))
  const phone = `${agent.softphoneNumber} ${agent.registered ? 'registered' : '–'}`
  const state = agent.reason ? `${agent.state} (${agent.reason})` : agent.state
  const call = agent.calls.map(({ id, phase }) => `${id} ${phase}`).join(', ')
  return [cell(`${agent.workNumber} ${agent.name}`), cell(phone), cell(state), cell(call), cell(...buttons)]
}

function colleagueRow({ workNumber, phone }) {
  const path = `/colleagues/${workNumber}`
  const buttons = ['answer', 'hold', 'retrieve', 'hang-up', 'sign-out'].map((deed) =>
    button(deed.replaceAll('-', ' '), () => ask('POST', `${path}/${deed}`)),
  )
  return [cell(workNumber), cell(`${phone.number} ${phone.state}`), cell(sounds(phone.hears)), cell(...buttons)]
}

function line({ at, direction, agent, kind, name, detail }) {
  const time = new Date(at).toISOString().slice(11, 23)
  const arrow = { in: '→', out: '←' }[direction] ?? '·'
  const text = kind === 'message' ? '' : JSON.stringify(detail ?? '').slice(0, 160)
  return `${time} ${arrow} ${agent ?? '----'} ${kind.padEnd(12)} ${name} ${text}`
}

let next = 0
const lines = []

/** One at a time, so that nothing is shown twice. */
let shown = Promise.resolve()

function show() {
  shown = shown.then(refresh)
  return shown
}

async function refresh() {
  const [calls, agents, colleagues, faults] = await Promise.all(
    ['/calls', '/agents', '/colleagues', '/faults'].map((path) => ask('GET', path)),
  )
  fill($('calls'), (calls ?? []).slice(-20).reverse(), callRow)
  fill($('agents'), agents ?? [], agentRow)
  fill(
    $('colleagues'),
    (colleagues ?? []).map(({ workNumber, phone }) => ({ workNumber, phone })),
    colleagueRow,
  )
  $('armed').textContent = (faults ?? []).map((fault) => JSON.stringify(fault)).join('\n')
  const entries = (await ask('GET', `/journal?since=${next}&limit=10000`)) ?? []
  next += entries.length
  lines.push(...entries.map(line))
  lines.splice(0, lines.length - 200)
  if (entries.length > 0) $('journal').textContent = [...lines].reverse().join('\n')
}

$('call').addEventListener('submit', (event) => {
  event.preventDefault()
  const { number, name, tone, file, queue, phone } = Object.fromEntries(new FormData($('call')))
  const direct = event.submitter?.name === 'direct'
  const who = { number, ...(name && { name }), ...(tone && { tone: Number(tone) }), ...(file && { file }) }
  void ask('POST', '/calls', { ...who, ...(direct ? { phone } : { queue }) }).then(show)
})

const fault = (name, body) => button(name, () => ask('POST', '/faults', body))
$('faults').append(
  fault('Drop the next event', { at: 'event', times: 1, effect: { do: 'drop' } }),
  fault('Swap the next two events', { at: 'event', times: 1, effect: { do: 'reorder' } }),
  fault('Never answer the next command', { at: 'response', times: 1, effect: { do: 'drop' } }),
  button('Close the sockets', () => ask('POST', '/faults/sockets', { how: 'close' })),
  button('Cut the sockets', () => ask('POST', '/faults/sockets', { how: 'destroy' })),
  button('Deaf', () => ask('POST', '/faults/deaf', { on: true })),
  button('Hear again', () => ask('POST', '/faults/deaf', { on: false })),
  button('Licence full', () => ask('PATCH', '/behaviour', { licenceFull: true })),
  button('Licence free', () => ask('PATCH', '/behaviour', { licenceFull: false })),
  button('No faults', () => ask('DELETE', '/faults')),
)

for (const { name, mediaType } of (await ask('GET', '/queues')) ?? [])
  if (mediaType === undefined) $('queues').append(new Option(name))

async function follow() {
  await show()
  setTimeout(follow, 500)
}

void follow()
