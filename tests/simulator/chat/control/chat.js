const $ = (id) => document.getElementById(id)
const channels = [
  'WEB',
  'WHATSAPP',
  'LINE',
  'WECHAT',
  'FACEBOOK',
  'TWITTER',
  'EMAIL',
  'SMS',
  'TELEGRAM',
  'INSTAGRAM',
  '5G',
]
const robot = ['Hi', 'Hello! I am a robot. How can I help?', 'I would rather talk to somebody', 'One moment, please.']

let open = null

async function ask(method, path, body) {
  const answer = await fetch(path, {
    method,
    headers: { 'Content-Type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  })
  const value = await answer.json()
  if (method !== 'GET' || !answer.ok) $('said').textContent = answer.ok ? '' : value.error
  return answer.ok ? value : undefined
}

function button(name, run) {
  const element = document.createElement('button')
  element.type = 'button'
  element.textContent = name
  element.addEventListener('click', () => run().then(show))
  return element
}

const path = (deed = '') => `/chats/${encodeURIComponent(open)}${deed && `/${deed}`}`

function line({ sourceType, nickname, mediaType, content, at }) {
  const item = document.createElement('li')
  item.dataset.side = sourceType
  const time = new Date(at).toLocaleTimeString()
  item.textContent = `${time} ${nickname || sourceType}: ${mediaType === 'TEXT' ? '' : `[${mediaType}] `}${content}`
  return item
}

/** Rebuilt only when it changed, so that no button disappears under a press. */
function fill(element, rows, row) {
  const seen = JSON.stringify(rows)
  if (element.dataset.seen === seen) return
  element.dataset.seen = seen
  element.replaceChildren(...rows.map(row))
  element.scrollTop = element.scrollHeight
}

function tab({ id, name, channel, state, end }) {
  const element = button(`${name} · ${channel} · ${end ?? state}`, async () => {
    open = id
  })
  element.setAttribute('aria-current', String(id === open))
  return element
}

const marks = {
  INPUT: 'The agent is writing.',
  READ: 'The agent has read it.',
  DISCONNECT: 'The conversation is over.',
}

let shown = Promise.resolve()

/** One at a time. */
function show() {
  shown = shown.then(refresh)
  return shown
}

async function refresh() {
  const chats = (await ask('GET', '/chats')) ?? []
  fill(
    $('chats'),
    chats.slice(-30).map(({ id, name, channel, state, end }) => ({ id, name, channel, state, end, open: id === open })),
    tab,
  )
  $('conversation').hidden = open === null
  const chat = open && (await ask('GET', path()))
  if (!chat) return
  $('title').textContent = `${chat.name}, ${chat.channel}, ${chat.end ?? chat.state}`
  fill($('messages'), chat.transcript, line)
  $('marks').textContent = marks[chat.received.at(-1)?.controlType] ?? ''
}

$('begin').addEventListener('submit', async (event) => {
  event.preventDefault()
  const { name, channel, queue, says, robot: after } = Object.fromEntries(new FormData($('begin')))
  const wish = { name, channel, queue, ...(says && { says }), ...(after && { robot }) }
  open = (await ask('POST', '/chats', wish))?.id ?? open
  await show()
})

function kindOf(type) {
  if (type.startsWith('image/')) return 'IMAGE'
  if (type.startsWith('audio/')) return 'AUDIO'
  return type.startsWith('video/') ? 'VIDEO' : 'FILE'
}

async function sendFile(file) {
  const bytes = new Uint8Array(await file.arrayBuffer())
  let text = ''
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192))
  const ending = file.name.split('.').at(-1).toLowerCase().slice(0, 10)
  await ask('POST', path('sends'), { kind: kindOf(file.type), name: file.name, ending, content: btoa(text) })
}

$('write').addEventListener('submit', async (event) => {
  event.preventDefault()
  const { text, file } = Object.fromEntries(new FormData($('write')))
  if (event.submitter?.value === 'file') await sendFile(file)
  else if (text) await ask('POST', path('says'), { text })
  $('write').elements.text.value = ''
  await show()
})

let typed = 0
$('write').elements.text.addEventListener('input', () => {
  if (Date.now() - typed < 2000) return
  typed = Date.now()
  void ask('POST', path('types'))
})

$('deeds').append(
  button('Read everything', () => ask('POST', path('reads'), {})),
  button('Send a place', () =>
    ask('POST', path('sends'), { kind: 'LOCATE', latitude: 31.23, longitude: 121.47, description: '上海' }),
  ),
  button('Send a card', () =>
    ask('POST', path('sends'), {
      kind: 'WEBCARD',
      title: 'Order 7',
      description: 'On its way',
      url: 'https://example.com/',
    }),
  ),
  button('A thousand messages in a minute', () =>
    ask('POST', path('pours'), { text: 'And another thing', times: 1000, everyMs: 60 }),
  ),
  button('Time out', () => ask('POST', path('times-out'))),
  button('Take away from the agent', () => ask('POST', path('taken-away'))),
  button('Leave', () => ask('DELETE', path())),
)

for (const name of channels) $('channels').append(new Option(name))
for (const { name } of (await ask('GET', '/chat-queues')) ?? []) $('queues').append(new Option(name))

async function follow() {
  await show()
  setTimeout(follow, 500)
}

void follow()
