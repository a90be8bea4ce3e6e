import { readdirSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { dirname } from 'node:path'
import { extractFile, listPackage, statFile } from '@electron/asar'
import { expect, test } from 'vitest'
import { packagedApp, root } from '../../runtime/packaged-app.ts'

const { asar, folder } = packagedApp()

const files = listPackage(asar, { isPack: false })
  .map((path) => path.slice(1))
  .filter((path) => !('files' in statFile(asar, path)))

const code = files.filter((path) => /\.(c?js|html|css)$/.test(path))

function contentOf(path: string): string {
  return extractFile(asar, path).toString('utf8')
}

test('the archive holds the three parts of the app and its description, nothing else', () => {
  const foreign = files.filter((path) => !/^(package\.json$|out\/(main|preload|renderer)\/)/.test(path))

  expect(foreign).toEqual([])
})

test('no packages, sources, source maps or tests are shipped', () => {
  const kinds = new Set(files.map((path) => path.split('/').at(-1)?.split('.').at(-1)))

  expect(files.filter((path) => /node_modules|\.map$|\.ts$|\.svelte$|\/tests?\//.test(path))).toEqual([])
  // bdic: the dictionary of the spell checker, which is not to be fetched from anywhere.
  expect([...kinds].filter((kind) => !/^(c?js|json|html|css|png|svg|woff2|wasm|bdic)$/.test(kind ?? ''))).toEqual([])
})

test('no file carries its sources inside or points to a map', () => {
  const carriers = code.filter((path) => /[#@]\s*sourceMappingURL=/.test(contentOf(path)))

  expect(carriers).toEqual([])
})

test('no file names a folder of the machine that built it', () => {
  expect(code.filter((path) => contentOf(path).includes(root))).toEqual([])
})

test('each preload is one whole file', () => {
  const preloads = files.filter((path) => path.startsWith('out/preload/')).sort()

  expect(preloads).toEqual(['alert', 'desk', 'pages', 'phone', 'pop'].map((name) => `out/preload/${name}.cjs`))
  for (const preload of preloads) {
    const required = [...contentOf(preload).matchAll(/\brequire\(["']([^"']+)["']\)/g)].map(([, name]) => name)
    expect(required.filter((name) => name !== 'electron')).toEqual([])
  }
})

test('each window has its page', () => {
  const pages = files.filter((path) => path.endsWith('.html')).sort()

  expect(pages).toEqual(['alert', 'desk', 'pages', 'phone'].map((name) => `out/renderer/${name}.html`))
})

test('main needs nothing from outside the archive but Electron and Node', () => {
  const needed = files
    .filter((path) => path.startsWith('out/main/') && path.endsWith('.js'))
    .flatMap((path) => [...contentOf(path).matchAll(/^import\s[^'"]*["']([^"']+)["']/gm)].map(([, name]) => name ?? ''))
    .filter((name) => !name.startsWith('.'))

  expect(needed.filter((name) => name !== 'electron' && !isBuiltin(name))).toEqual([])
})

test('the description tells how to start the app and nothing about how it is made', () => {
  const description = JSON.parse(contentOf('package.json'))

  expect(description).toMatchObject({ productName: 'Earshot', main: 'out/main/index.js' })
  expect(files).toContain(description.main)
  for (const key of ['scripts', 'devDependencies', 'dependencies']) expect(description).not.toHaveProperty(key)
})

test('the archive is the only code beside the binary', () => {
  const resources = readdirSync(dirname(asar))

  expect(resources.filter((name) => name.startsWith('app') || name.startsWith('default_app'))).toEqual(['app.asar'])
})

test('the languages of the app come with it, and no others', () => {
  expect(readdirSync(`${folder}/locales`).sort()).toEqual(['en-US.pak', 'zh-CN.pak'])
})
