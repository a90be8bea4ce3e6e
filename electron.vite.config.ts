import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'electron-vite'

const windows = ['desk', 'phone', 'alert']

// The oldest Electron the app runs on (33.4): electron-vite would aim at the one in package.json.
const node = 'node20.18'
const chromium = 'chrome130'

export default defineConfig({
  main: {
    build: { externalizeDeps: false, target: node, rollupOptions: { input: { index: 'main/index.ts' } } },
  },
  preload: {
    build: {
      externalizeDeps: false,
      // A sandboxed preload must be one CommonJS file (Electron, "ESM limitations"): no chunk may be shared.
      isolatedEntries: true,
      target: node,
      rollupOptions: {
        input: Object.fromEntries(windows.map((name) => [name, `preload/${name}.ts`])),
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    plugins: [svelte()],
    build: {
      outDir: 'out/renderer',
      target: chromium,
      minify: true,
      rollupOptions: { input: Object.fromEntries(windows.map((name) => [name, `renderer/${name}.html`])) },
    },
  },
})
