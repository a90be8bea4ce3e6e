import type { DeskBridge } from '../bridge.ts'

/** The microphone is warm, and its level reported, while the settings are shown. */
export function tryMicrophone(bridge: DeskBridge): () => () => void {
  const ask = async (on: boolean) => bridge.request('settings.tryMicrophone', { on })
  return () => {
    void ask(true)
    return () => void ask(false)
  }
}
