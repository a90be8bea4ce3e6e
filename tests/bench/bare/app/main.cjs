// The barest Electron that can stand beside Earshot: windows with a page each, and scripts for them over Node's IPC.
const { app, BrowserWindow, ipcMain, net, session } = require('electron')
const { join } = require('node:path')

const wanted = JSON.parse(process.env.BARE_WINDOWS)
const windows = new Map()

async function open({ name, page, show }) {
  const webPreferences = {
    preload: join(__dirname, 'preload.cjs'),
    sandbox: true,
    backgroundThrottling: false,
    autoplayPolicy: 'no-user-gesture-required',
  }
  const window = new BrowserWindow({ width: 1280, height: 800, show: false, webPreferences })
  window.removeMenu()
  if (show) window.once('ready-to-show', () => window.show())
  windows.set(name, window)
  await window.loadFile(page)
}

async function evaluate({ id, name, script }) {
  try {
    process.send({ id, value: await windows.get(name).webContents.executeJavaScript(script, true) })
  } catch (error) {
    process.send({ id, problem: String(error) })
  }
}

function openSocket() {
  const { WebSocket } = require(process.env.BARE_WS)
  const socket = new WebSocket(process.env.BARE_URL)
  ipcMain.handle('hop', (_, text) => socket.send(text))
  return new Promise((resolve) => socket.once('open', resolve))
}

/** Asks for a page from here, as main does, and gives the moment at which it began. The simulator's certificate is taken. */
async function fetchPage(url) {
  const beganAt = performance.timeOrigin + performance.now()
  const answer = await net.fetch(url)
  await answer.text()
  return beganAt
}

app.whenReady().then(async () => {
  session.defaultSession.setCertificateVerifyProc((_, answer) => answer(0))
  ipcMain.handle('fetch', (_, url) => fetchPage(url))
  ipcMain.handle('hide', ({ sender }) => BrowserWindow.fromWebContents(sender).hide())
  if (process.env.BARE_URL) await openSocket()
  await Promise.all(wanted.map(open))
  if (process.send === undefined) return
  process.on('message', evaluate)
  process.on('disconnect', () => app.exit(0))
  process.send({ id: 0, value: null })
})
