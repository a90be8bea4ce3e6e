import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron'
import type { Bridge, WindowKind } from './contract.ts'

/** Puts the window's slice of the door on `window.bridge`; main checks every request again on its side. */
export function exposeBridge<W extends WindowKind>(): void {
  const listeners = new Map<string, Set<(value: never) => void>>()
  ipcRenderer.on('event', (_: IpcRendererEvent, event: { name: string; value: never }) => {
    for (const listener of listeners.get(event.name) ?? []) listener(event.value)
  })
  const bridge: Bridge<W> = {
    request: (name, input) => ipcRenderer.invoke('request', name, input),
    subscribe: (name, listener) => {
      const others = listeners.get(name) ?? new Set()
      listeners.set(name, others.add(listener))
      return () => void others.delete(listener)
    },
  }
  contextBridge.exposeInMainWorld('bridge', bridge)
}
