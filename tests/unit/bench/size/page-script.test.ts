import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { scriptKb } from '../../../bench/size/page-script.ts'

test('what a page loads at its start and later is weighed, shared files once, and of other pages nothing', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'page-script-'))
  const scripts = {
    'page.js': 'import{a}from"./shared.js";import("./later.js")',
    'shared.js': 'export const a=1',
    'later.js': 'import{a}from"./shared.js"',
    'other.js': 'never loaded',
  }
  for (const [name, text] of Object.entries(scripts)) await writeFile(join(folder, name), text)
  await writeFile(join(folder, 'page.html'), '<script type="module" src="./page.js"></script>')

  const kb = (...names: (keyof typeof scripts)[]) =>
    names.reduce((total, name) => total + gzipSync(scripts[name], { level: 9 }).length, 0) / 1_024

  expect(await scriptKb(join(folder, 'page.html'))).toEqual({
    atStart: kb('page.js', 'shared.js'),
    all: kb('page.js', 'shared.js', 'later.js'),
  })
})
