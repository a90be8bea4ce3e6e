const { contextBridge, ipcRenderer } = require('electron')

contextBridge.exposeInMainWorld('hop', (text) => ipcRenderer.invoke('hop', text))
contextBridge.exposeInMainWorld('hide', () => ipcRenderer.invoke('hide'))
