import { mkdtemp } from 'node:fs/promises'
import { join } from 'node:path'
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { build } from 'vite'
import type { Stage } from '../stage/stage.ts'

/** Bundles one page of `pages/` as the product's are, and gives the file to show. */
export async function buildPage(stage: Stage, name: string): Promise<string> {
  const outDir = await mkdtemp(join(stage.desktop.folder, `${name}-`))
  const root = join(import.meta.dirname, 'pages')
  await build({
    configFile: false,
    logLevel: 'error',
    root,
    base: './',
    plugins: [svelte({ configFile: false })],
    build: {
      outDir,
      target: 'chrome130',
      minify: true,
      modulePreload: false,
      rollupOptions: { input: join(root, `${name}.html`) },
    },
  })
  return join(outDir, `${name}.html`)
}
