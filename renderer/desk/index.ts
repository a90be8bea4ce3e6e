import './ui/tokens.css'
import './ui/styles/base.css'
import './ui/styles/button.css'
import './ui/styles/floating.css'
import './health/health.css'
import './workplace/layout.css'
import './workplace/top-bar.css'
import { mount } from 'svelte'
import App from './App.svelte'
import type { DeskBridge } from './bridge.ts'
import { openDesk } from './desk.svelte.ts'
import { overwriteGetLocale } from './messages/compiled/runtime.js'
import { createParts } from './parts.svelte.ts'

declare const bridge: DeskBridge

const desk = await openDesk(bridge)
// Every message reads this while it renders, so a change of language changes the words and nothing else.
overwriteGetLocale(() => desk.desktop.language)
const target = document.body
target.replaceChildren()
mount(App, { target, props: { parts: createParts(desk) } })
