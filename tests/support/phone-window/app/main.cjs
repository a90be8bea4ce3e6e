// Stands in for Earshot's main process: what it is told by the test over Node's IPC it tells the phone window, and back.
const { app, BrowserWindow, desktopCapturer, ipcMain, protocol, session } = require('electron')
const { readFileSync } = require('node:fs')
const { extname, join } = require('node:path')

const folder = process.env.PHONE_WINDOW
const types = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript' }
let wanted = JSON.parse(process.env.PHONE_WANTED)
let answers = false
let window

protocol.registerSchemesAsPrivileged([{ scheme: 'earshot', privileges: { standard: true, secure: true } }])

function serve(request) {
  const path = new URL(request.url).pathname
  const file = path === '/count.js' ? join(__dirname, 'count.js') : join(folder, path)
  const body = readFileSync(file, 'utf8').replace('<head>', '<head><script src="/count.js"></script>')
  return new Response(body, { headers: { 'content-type': types[extname(path)] } })
}

function tell(name, value) {
  window.webContents.send('event', { name, value })
}

const requests = {
  'line.started': () => wanted,
  'line.secret': () => process.env.PHONE_SECRET,
  'line.report': (fact) => {
    if (answers && fact.type === 'invited') tell('line.command', { verb: 'answer', dialogId: fact.dialogId })
    process.send({ name: 'fact', value: fact, at: Date.now() })
  },
  // The desk's end of the pictures is in the same page here.
  'picture.toDesk': async (signal) => {
    const sdp = await window.webContents.executeJavaScript(`window.look(${JSON.stringify(signal.sdp)})`)
    tell('picture.fromDesk', { ...signal, sdp })
  },
  'line.levels': (levels) => process.send({ name: 'levels', value: levels, at: Date.now() }),
  'line.log': (entry) => process.send({ name: 'log', value: entry, at: Date.now() }),
}

const orders = {
  want(value) {
    wanted = value
    tell('line.wanted', wanted)
  },
  command: (value) => tell('line.command', value),
  answerCalls(value) {
    answers = value
  },
  async evaluate({ id, script }) {
    const value = await window.webContents.executeJavaScript(script)
    process.send({ name: 'evaluated', value: { id, value }, at: Date.now() })
  },
  usage: (id) => process.send({ name: 'evaluated', value: { id, value: app.getAppMetrics() }, at: Date.now() }),
  quit: () => app.exit(0),
}

app.whenReady().then(async () => {
  protocol.handle('earshot', serve)
  session.defaultSession.setPermissionCheckHandler(() => process.env.PHONE_REFUSES !== '1')
  session.defaultSession.setPermissionRequestHandler((_, __, decide) => decide(process.env.PHONE_REFUSES !== '1'))
  session.defaultSession.setDisplayMediaRequestHandler(async (_, give) => {
    const [video] = await desktopCapturer.getSources({ types: ['screen'] })
    give(video ? { video } : {})
  })
  ipcMain.handle('request', (_, name, input) => requests[name](input))
  const webPreferences = { preload: join(folder, 'preload.cjs'), sandbox: true, backgroundThrottling: false }
  window = new BrowserWindow({ show: false, webPreferences })
  window.webContents.on('console-message', (_, level, text) => {
    process.send({ name: 'console', value: { level, text }, at: Date.now() })
  })
  process.on('message', ({ name, value }) => orders[name](value))
  await window.loadURL('earshot://phone/phone.html')
  process.send({ name: 'loaded', value: null, at: Date.now() })
})
