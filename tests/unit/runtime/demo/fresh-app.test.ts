import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { isFresh } from '../../../runtime/demo/fresh-app.ts'
import { appIn } from '../../../runtime/packaged-app.ts'

const scratch = mkdtempSync(join(tmpdir(), 'earshot-fresh-'))
afterAll(() => rmSync(scratch, { recursive: true }))

/** A file written at a second of 2026, and the folder of sources it is in. */
function write(folder: string, name: string, second: number): void {
  const file = join(folder, name)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, '')
  const at = new Date(Date.UTC(2026, 0, 1, 0, 0, second))
  utimesSync(file, at, at)
}

/** An app packaged at second 10. */
function packaged() {
  const folder = mkdtempSync(join(scratch, 'app-'))
  const app = appIn(folder)
  for (const file of [app.executable, app.asar]) write(dirname(file), file.slice(dirname(file).length + 1), 10)
  return { app, sources: join(folder, 'sources') }
}

test('an app packaged after its sources were written is fresh', () => {
  const { app, sources } = packaged()
  write(sources, 'calls/call.ts', 9)

  expect(isFresh(app, [sources])).toBe(true)
})

test('a source written since makes it stale', () => {
  const { app, sources } = packaged()
  write(sources, 'calls/call.ts', 9)
  write(sources, 'calls/legs.ts', 11)

  expect(isFresh(app, [sources])).toBe(false)
})

test('what tools write between the sources does not', () => {
  const { app, sources } = packaged()
  write(sources, 'messages/compiled/messages.js', 11)
  write(sources, 'messages/project.inlang/cache/plugin', 11)

  expect(isFresh(app, [sources, join(sources, 'not-there.json')])).toBe(true)
})

test('an app that is not there, or not whole, is stale', () => {
  const { app } = packaged()
  rmSync(app.asar)

  expect(isFresh(app, [])).toBe(false)
})
