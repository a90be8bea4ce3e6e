/** What a page can do to whoever shows it; `mischief.ts` has what its server can. */
const byId = (id) => document.getElementById(id)

function say(words) {
  byId('found').textContent = words
}

/** Every way out of a page's own world that a careless program leaves open. */
function probe() {
  const wanted = ['process', 'require', 'module', 'Buffer', 'global', 'bridge', 'electron', 'ipcRenderer', '__dirname']
  const found = wanted.filter((name) => typeof window[name] !== 'undefined')
  const own = Object.getOwnPropertyNames(window).filter((name) => /aicc|earshot|bridge|electron|ipc/i.test(name))
  const framed = [top === window, parent === window, opener === null].every(Boolean) ? [] : ['not its own top']
  say(JSON.stringify({ found: [...found, ...framed], own }))
}

async function permissions() {
  const asked = {
    microphone: () => navigator.mediaDevices.getUserMedia({ audio: true }),
    camera: () => navigator.mediaDevices.getUserMedia({ video: true }),
    screen: () => navigator.mediaDevices.getDisplayMedia(),
    notifications: async () => {
      if ((await Notification.requestPermission()) !== 'granted') throw new Error('denied')
    },
    geolocation: () => new Promise((resolve, reject) => navigator.geolocation.getCurrentPosition(resolve, reject)),
    clipboard: () => navigator.clipboard.readText(),
    midi: () => navigator.requestMIDIAccess({ sysex: true }),
    usb: () => navigator.usb.requestDevice({ filters: [] }),
    serial: () => navigator.serial.requestPort(),
    bluetooth: () => navigator.bluetooth.requestDevice({ acceptAllDevices: true }),
    files: () => showOpenFilePicker(),
    wakeLock: () => navigator.wakeLock.request('screen'),
    idle: () => IdleDetector.requestPermission().then((word) => word === 'granted' || Promise.reject(new Error(word))),
  }
  const granted = []
  for (const [name, ask] of Object.entries(asked)) {
    const outcome = await Promise.resolve()
      .then(ask)
      .then(
        () => 'granted',
        () => 'denied',
      )
    if (outcome === 'granted') granted.push(name)
  }
  say(JSON.stringify({ granted }))
}

function sound() {
  const context = new AudioContext()
  const tone = new OscillatorNode(context, { frequency: 2_400 })
  tone.connect(context.destination)
  tone.start()
  say('sounding')
}

/** Until its process has no memory left. */
function memory() {
  const kept = []
  for (;;) kept.push(new Array(1_000_000).fill(Math.random()))
}

function hundredWindows() {
  const opened = Array.from({ length: 100 }, (_, index) => open(`/customer?q=1380013${8000 + index}`)).filter(Boolean)
  say(`${opened.length} windows`)
}

function fullScreen() {
  document.documentElement.requestFullscreen().then(
    () => say('full screen'),
    () => say('no full screen'),
  )
}

function neverLetGo() {
  addEventListener('beforeunload', (event) => {
    event.preventDefault()
    event.returnValue = 'Stay!'
    for (const until = Date.now() + 2_000; Date.now() < until; );
  })
  say('will not let go')
}

function hugePage() {
  const rows = Array.from({ length: 200_000 }, (_, index) => `<div><span>${index}</span></div>`)
  document.body.insertAdjacentHTML('beforeend', rows.join(''))
  say('two hundred thousand rows')
}

function goTo(address) {
  return () => {
    location.href = address
  }
}

const ways = {
  hang: () => {
    for (;;);
  },
  memory,
  alerts: () => {
    for (let turn = 1; ; turn += 1) alert(`This is alert ${turn}.`)
  },
  confirms: () => {
    while (!confirm('Do you agree?'));
  },
  windows: hundredWindows,
  'full-screen': fullScreen,
  'pointer-lock': () => document.body.requestPointerLock(),
  sound,
  'never-let-go': neverLetGo,
  huge: hugePage,
  permissions,
  probe,
  'reload-for-ever': () => location.reload(),
  'hash-for-ever': () => setInterval(() => history.pushState(null, '', `#${Math.random()}`)),
  'to-file': goTo('file:///etc/passwd'),
  'to-earshot': goTo('earshot://dial/13900000009'),
  'to-tel': goTo('tel:13900000009'),
  'to-script': goTo('javascript:document.title="script"'),
  'to-data': goTo('data:text/html,<h1>data</h1>'),
  'to-chrome': goTo('chrome://gpu'),
  'to-desk': goTo('earshot://app/desk.html'),
  'dial-unasked': () => top.postMessage({ name: 'callout', param: { number: '13900000009', mode: 'audio' } }, '*'),
  'dial-for-ever': () =>
    setInterval(() => top.postMessage({ name: 'callout', param: ['13900000009', 'audio'] }, '*'), 5),
  'move-window': () => {
    moveTo(0, 0)
    resizeTo(100, 100)
    window.focus()
  },
  'close-itself': () => window.close(),
  'title-for-ever': () => setInterval(() => (document.title = 'x'.repeat(100_000) + Math.random())),
}

for (const [name, act] of Object.entries(ways)) {
  const button = document.createElement('button')
  button.type = 'button'
  button.textContent = name
  button.addEventListener('click', act)
  byId('deeds').append(button)
}

setInterval(() => {
  byId('alive').dataset.turns = String(Number(byId('alive').dataset.turns) + 1)
}, 100)

const how = byId('how').dataset.how
if (how in ways) addEventListener('load', () => setTimeout(ways[how], 200))
