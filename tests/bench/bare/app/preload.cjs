const { contextBridge, ipcRenderer } = require('electron')

contextBridge.exposeInMainWorld('hop', (text) => ipcRenderer.invoke('hop', text))
contextBridge.exposeInMainWorld('fetchPage', (url) => ipcRenderer.invoke('fetch', url))
contextBridge.exposeInMainWorld('hide', () => ipcRenderer.invoke('hide'))
