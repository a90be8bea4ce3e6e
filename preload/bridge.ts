import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron'
import type { Bridge, WindowKind } from './contract.ts'

/** Puts the window's slice of the door on `window.bridge`; main checks every request again on its side. */
export function exposeBridge<W extends WindowKind>(): void {
  const bridge: Bridge<W> = {
    request: (name, input) => ipcRenderer.invoke('request', name, input),
    subscribe: (name, listener) => {
      const forward = (_: IpcRendererEvent, event: { name: string; value: never }) => {
        if (event.name === name) listener(event.value)
      }
      ipcRenderer.on('event', forward)
      return () => ipcRenderer.off('event', forward)
    },
  }
  contextBridge.exposeInMainWorld('bridge', bridge)
}
