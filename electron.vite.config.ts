import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'electron-vite'

const windows = ['desk', 'phone', 'alert']

export default defineConfig({
  main: {
    build: { externalizeDeps: false, rollupOptions: { input: { index: 'main/index.ts' } } },
  },
  preload: {
    build: {
      externalizeDeps: false,
      rollupOptions: {
        input: Object.fromEntries(windows.map((name) => [name, `preload/${name}.ts`])),
        // A sandboxed preload must be one CommonJS file (Electron, "ESM limitations").
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    plugins: [svelte()],
    build: {
      outDir: 'out/renderer',
      rollupOptions: { input: Object.fromEntries(windows.map((name) => [name, `renderer/${name}.html`])) },
    },
  },
})
