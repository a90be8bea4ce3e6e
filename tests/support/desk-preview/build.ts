import { join } from 'node:path'
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { build } from 'vite'

const root = new URL('../../..', import.meta.url).pathname

/** The windows as the product builds them, and beside them the bridge that pretends. */
export async function buildPreview(outDir: string): Promise<void> {
  await build({
    configFile: false,
    root: join(root, 'renderer'),
    logLevel: 'warn',
    plugins: [svelte()],
    build: {
      outDir,
      emptyOutDir: true,
      rollupOptions: {
        input: Object.fromEntries(
          ['desk', 'alert', 'pages'].map((name) => [name, join(root, `renderer/${name}.html`)]),
        ),
      },
    },
  })
  await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      outDir,
      emptyOutDir: false,
      lib: {
        entry: join(import.meta.dirname, 'pretend-bridge.ts'),
        formats: ['iife'],
        name: 'pretend',
        fileName: () => 'pretend-bridge.js',
      },
    },
  })
}
