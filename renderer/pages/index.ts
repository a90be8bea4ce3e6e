import '../desk/ui/tokens.css'
import '../desk/ui/styles/base.css'
import '../desk/ui/styles/button.css'
import '../desk/ui/styles/floating.css'
import '../desk/pop/pop.css'
import { mount } from 'svelte'
import type { Bridge } from '#contract'
import { overwriteGetLocale } from '../desk/messages/compiled/runtime.js'
import PagesWindow from './PagesWindow.svelte'
import { openPages } from './pages.svelte.ts'

declare const bridge: Bridge<'pages'>

const pages = await openPages(bridge)
overwriteGetLocale(() => pages.language)
mount(PagesWindow, { target: document.body, props: { pages } })
