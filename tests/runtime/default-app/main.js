// Electron's own default app in a few lines: start the app named on the command line, after `-r` modules.
import { existsSync, readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { app } from 'electron'

const require = createRequire(import.meta.url)

function describe(folder) {
  const description = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  app.name = description.productName ?? description.name
  if (description.version) app.setVersion(description.version)
  app.setDesktopName(description.desktopName ?? `${app.name}.desktop`)
  return join(folder, description.main ?? 'index.js')
}

const words = process.argv.slice(1)
let given
while (words.length > 0 && given === undefined) {
  const word = words.shift()
  if (word === '-r' || word === '--require') require(resolve(words.shift()))
  else if (word === '-v' || word === '--version') given = '--version'
  else if (!word.startsWith('-')) given = resolve(word)
}

if (given === undefined || given === '--version') {
  process.stdout.write(`v${process.versions.electron}\n`)
  app.exit(given === undefined ? 1 : 0)
} else {
  Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true })
  const isFolder = statSync(given).isDirectory()
  const described = isFolder && existsSync(join(given, 'package.json'))
  const entry = described ? describe(given) : isFolder ? join(given, 'index.js') : given
  app.setAppPath(isFolder ? given : dirname(given))
  await import(pathToFileURL(entry).href)
}
