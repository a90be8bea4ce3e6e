import { expect, test } from 'vitest'
import { importsOf, importsUnder } from './architecture/imports.ts'
import { objectionTo } from './architecture/rules.ts'

const root = new URL('../..', import.meta.url).pathname.replace(/\/$/, '')

function objections(from: string, text: string): readonly (string | undefined)[] {
  return importsOf(from, text).map(objectionTo)
}

test('every import of the product is one that the architecture allows', () => {
  const wrong = importsUnder(root, ['main', 'preload', 'renderer']).flatMap((one) => {
    const objection = objectionTo(one)
    return objection === undefined ? [] : [`${one.from} imports ${one.to}: ${objection}`]
  })

  expect(wrong).toEqual([])
})

test('the check sees the imports of every part', () => {
  for (const folder of ['main', 'preload', 'renderer/desk', 'renderer/phone', 'renderer/alert', 'renderer/pages'])
    expect(importsUnder(root, [folder]).length, folder).toBeGreaterThan(0)
})

test('every way of importing is seen', () => {
  const text = `
    import '../calls/a.ts'
    import { b } from '../calls/b.ts'
    export { c } from '../calls/c.ts'
    const d = await import('../calls/d.ts')
    let e: import('../calls/e.ts').E
    import type { F } from '../calls/f.ts'
    import { type G } from '../calls/g.ts'`

  const seen = importsOf('main/agent/agent.ts', text).map(({ to, typeOnly }) => `${to} ${typeOnly ? 'type' : 'value'}`)

  expect(seen).toEqual([
    'main/calls/a.ts value',
    'main/calls/b.ts value',
    'main/calls/c.ts value',
    'main/calls/d.ts value',
    'main/calls/e.ts type',
    'main/calls/f.ts type',
    'main/calls/g.ts value',
  ])
})

test('the scripts of a component are read', () => {
  const text = '<script module>import "a"</script>\n<script lang="ts">import b from "b"</script>\n<p>import "c"</p>'

  expect(importsOf('renderer/desk/A.svelte', text).map(({ to }) => to)).toEqual(['a', 'b'])
})

const wrong: readonly (readonly [from: string, text: string])[] = [
  ['main/calls/call.ts', "import type { Agent } from '../agent/agent.ts'"],
  ['main/calls/call.ts', "import { type Agent } from '#contract'"],
  ['main/calls/call.ts', "import { parse } from '../gateway/event.ts'"],
  ['main/calls/call.ts', "import type { Wire } from '../gateway/wire/parse-event.ts'"],
  ['main/vault/vault.ts', "import type { GatewayEvent } from '../gateway/event.ts'"],
  ['main/vault/vault.ts', "import { openLog } from '../log/log.ts'"],
  ['main/vault/vault.ts', "import { safeStorage } from 'electron'"],
  ['main/log/log.ts', "import { render } from 'svelte'"],
  ['main/desktop/tray.ts', "import type { Call } from '../calls/call.ts'"],
  ['main/parts.ts', "import { app } from 'electron'"],
  ['main/index.ts', "import { App } from '#renderer/desk/App.svelte'"],
  ['main/index.ts', "import { start } from '#simulator/box.ts'"],
  ['main/index.ts', "import { bridge } from '../preload/bridge.ts'"],
  ['preload/desk.ts', "import type { Call } from '#main/calls/call.ts'"],
  ['preload/desk.ts', "import { z } from 'zod'"],
  ['renderer/desk/calls/CallCard.svelte', '<script>import { a } from "../agent/agent.ts"</script>'],
  ['renderer/desk/calls/calls.ts', "import { bridge } from '../bridge.ts'"],
  ['renderer/desk/calls/calls.ts', "import { ipcRenderer } from 'electron'"],
  ['renderer/desk/calls/calls.ts', "import { readFile } from 'node:fs'"],
  ['renderer/desk/calls/calls.ts', "import { Session } from 'sip.js'"],
  ['renderer/desk/App.svelte', '<script>import { line } from "../phone/line.ts"</script>'],
  ['renderer/alert/alert.ts', "import { call } from '../desk/calls/calls.ts'"],
  ['renderer/pages/pages.ts', "import { call } from '../desk/calls/calls.ts'"],
  ['renderer/phone/line.ts', "import { Session } from 'sip.js'"],
  ['renderer/phone/line.ts', "import type { Session } from 'sip.js/lib/core'"],
  ['renderer/phone/line.ts', "import { mount } from 'svelte'"],
  ['renderer/phone/sip/leg.ts', "import { app } from 'electron'"],
  ['renderer/other.ts', "import './desk/index.ts'"],
]

test.each(wrong)('%s may not have %s', (from, text) => {
  expect(objections(from, text)).toEqual([expect.any(String)])
})

const right: readonly (readonly [from: string, text: string])[] = [
  ['main/index.ts', "import { app } from 'electron'"],
  ['main/index.ts', "import { openVault } from './vault/vault.ts'"],
  ['main/parts.ts', "import { openVault } from './vault/vault.ts'"],
  ['main/desktop/tray.ts', "import { Tray } from 'electron'"],
  ['main/vault/vault.ts', "import type { SafeStorage } from 'electron'"],
  ['main/vault/vault.ts', "import type { Log } from '../log/log.ts'"],
  ['main/calls/state/next.ts', "import type { GatewayEvent } from '../../gateway/event.ts'"],
  ['main/calls/state/next.ts', "import { answer } from '../answer.ts'"],
  ['main/gateway/wire/parse.ts', "import { z } from 'zod'"],
  ['main/gateway/transport/socket.ts', "import { connect } from 'node:tls'"],
  ['main/calls/call.ts', "import type { Call } from '#contract'"],
  ['preload/desk.ts', "import { contextBridge } from 'electron'"],
  ['preload/desk.ts', "import { bridge } from './bridge.ts'"],
  ['renderer/desk/calls/CallCard.svelte', '<script>import Button from "../ui/Button.svelte"</script>'],
  ['renderer/desk/calls/CallCard.svelte', '<script>import { m } from "../messages/compiled/messages.js"</script>'],
  ['renderer/desk/calls/calls.ts', "import type { DeskBridge } from '../bridge.ts'"],
  ['renderer/desk/App.svelte', '<script>import Calls from "./calls/Calls.svelte"</script>'],
  ['renderer/alert/alert.ts', "import '../desk/ui/tokens.css'"],
  ['renderer/pages/pages.ts', "import { popCommands } from '../desk/pop/pop-commands.ts'"],
  ['renderer/phone/sip/leg.ts', "import { Session } from 'sip.js'"],
  ['renderer/phone/sip/leg.ts', "import { ring } from '../tones/ring.ts'"],
]

test.each(right)('%s may have %s', (from, text) => {
  expect(objections(from, text)).toEqual([undefined])
})
