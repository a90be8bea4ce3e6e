import '../desk/ui/tokens.css'
import '../desk/ui/styles/base.css'
import '../desk/ui/styles/button.css'
import { mount } from 'svelte'
import type { Bridge } from '#contract'
import { overwriteGetLocale } from '../desk/messages/compiled/runtime.js'
import { overwriteHome } from '../desk/ui/number/phone-number.ts'
import { openAlert } from './alert.svelte.ts'
import RingingAlert from './RingingAlert.svelte'

declare const bridge: Bridge<'alert'>

const alert = await openAlert(bridge)
overwriteGetLocale(() => alert.language)
overwriteHome(() => alert.country)
mount(RingingAlert, { target: document.body, props: { alert } })
