import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildPreview } from './build.ts'
import { openPreview } from './preview.ts'
import { scenes } from './scenes.ts'
import { servePreview } from './serve.ts'

const [out = 'out/preview', ...names] = process.argv.slice(2)
const languages = process.env.PREVIEW_LANGUAGES?.split(',') ?? ['en', 'zh-CN']
const themes = process.env.PREVIEW_THEMES?.split(',') ?? ['light', 'dark']
const chosen = scenes.filter((scene) => names.length === 0 || names.some((name) => scene.name.includes(name)))

// Away from `out/`, which is what gets packaged.
const built = mkdtempSync(join(tmpdir(), 'earshot-desk-preview-'))
await buildPreview(built)
mkdirSync(out, { recursive: true })
const { url, server } = await servePreview(built)
const preview = await openPreview(url)
let wrong = 0
try {
  for (const scene of chosen) {
    for (const language of languages) {
      for (const theme of themes) {
        const found = await preview.shoot(scene, {
          language,
          theme,
          file: join(out, `${scene.name}.${language}.${theme}.png`),
        })
        for (const line of found) console.log(`${scene.name} ${language} ${theme}: ${line}`)
        wrong += found.length
      }
    }
  }
} finally {
  await preview.close()
  server.close()
  rmSync(built, { recursive: true })
}
console.log(`${chosen.length} scenes, ${wrong} violations`)
process.exitCode = wrong > 0 ? 1 : 0
