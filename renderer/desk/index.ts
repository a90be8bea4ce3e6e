import './ui/tokens.css'
import './ui/styles/base.css'
import './ui/styles/button.css'
import './ui/styles/floating.css'
import './agent/agent.css'
import './calls/calls.css'
import './directory/directory.css'
import './health/health.css'
import './history/history.css'
import './team/team.css'
import './workplace/layout.css'
import './workplace/top-bar.css'
import { mount } from 'svelte'
import App from './App.svelte'
import type { DeskBridge } from './bridge.ts'
import { openDesk } from './desk.svelte.ts'
import { m } from './messages/compiled/messages.js'
import { overwriteGetLocale } from './messages/compiled/runtime.js'
import { createParts } from './parts.svelte.ts'
import Broken from './ui/Broken.svelte'
import { overwriteHome } from './ui/number/phone-number.ts'
import { systemLanguage } from './ui/window/system-language.ts'

declare const bridge: DeskBridge

const target = document.body
try {
  const desk = await openDesk(bridge)
  // Every message reads this while it renders, so a change of language changes the words and nothing else.
  overwriteGetLocale(() => desk.desktop.language)
  overwriteHome(() => desk.profile.current?.country)
  target.replaceChildren()
  mount(App, { target, props: { parts: createParts(desk) } })
} catch (error) {
  overwriteGetLocale(systemLanguage)
  target.replaceChildren()
  mount(Broken, { target, props: { text: m.desk_unreachable(), onreset: () => location.reload() } })
  reportError(error)
}
