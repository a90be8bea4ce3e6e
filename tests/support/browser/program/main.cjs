// One window with a web page in it, as any browser has.
const { app, BrowserWindow } = require('electron')

app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 640, height: 800, webPreferences: { sandbox: true } })
  window.removeMenu()
  return window.loadURL('about:blank')
})
