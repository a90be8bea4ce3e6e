import { readFileSync } from 'node:fs'
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'electron-vite'

const windows = ['desk', 'phone', 'alert', 'pages']

// The oldest Electron the app runs on (33.4): electron-vite would aim at the one in package.json.
const node = 'node20.18'
const chromium = 'chrome130'

/** SQLite looks for its WebAssembly beside the code that loads it. */
function shipSqlite() {
  const fileName = 'node-sqlite3-wasm.wasm'
  const file = new URL(`node_modules/node-sqlite3-wasm/dist/${fileName}`, import.meta.url)
  return {
    name: 'ship-sqlite',
    generateBundle(this: { emitFile(asset: { type: 'asset'; fileName: string; source: Uint8Array }): unknown }) {
      this.emitFile({ type: 'asset', fileName, source: readFileSync(file) })
    },
  }
}

/** English spelling without asking anybody for its dictionary (main/desktop/spelling/README.md). */
function shipSpelling() {
  const file = new URL('main/desktop/spelling/en-US.bdic', import.meta.url)
  return {
    name: 'ship-spelling',
    generateBundle(this: { emitFile(asset: { type: 'asset'; fileName: string; source: Uint8Array }): unknown }) {
      this.emitFile({ type: 'asset', fileName: 'en-US.bdic', source: readFileSync(file) })
    },
  }
}

/**
 * Each sentence from its own file, as `m.…` names it: by way of their common index every window would begin with the
 * sentences of everything that it loads later.
 */
function sentencesAlone() {
  const whole = /import\s*\{\s*m\s*\}\s*from\s*(['"])([^'"]*\/compiled\/)messages\.js\1/
  return {
    name: 'sentences-alone',
    enforce: 'post' as const,
    transform(code: string) {
      const found = whole.exec(code)
      if (found === null) return null
      // Where the index itself is used nothing could be named, and the window would break when it is shown.
      if (/\bm\[|\bin m\b/.test(code)) throw new Error('A sentence is looked up by a key: name it (m.…)')
      const names = new Set([...code.matchAll(/\bm\.([a-z]\w*)/g)].map(([, name]) => name))
      const imports = [...names].map((name) => `import { ${name} as m_${name} } from '${found[2]}messages/${name}.js'`)
      const named = code.replace(whole, imports.join(';')).replace(/\bm\.([a-z]\w*)/g, 'm_$1')
      return { code: named, map: null }
    },
  }
}

export default defineConfig({
  main: {
    plugins: [shipSqlite(), shipSpelling()],
    build: {
      externalizeDeps: false,
      target: node,
      rollupOptions: {
        input: {
          index: 'main/index.ts',
          'history-worker': 'main/calls/history/store/worker.ts',
          'chats-worker': 'main/chats/history/store/worker.ts',
        },
        // SQLite's own code must stand where its WebAssembly lies.
        output: { chunkFileNames: '[name].js' },
      },
    },
  },
  preload: {
    build: {
      externalizeDeps: false,
      // A sandboxed preload must be one CommonJS file (Electron, "ESM limitations"): no chunk may be shared.
      isolatedEntries: true,
      target: node,
      rollupOptions: {
        input: Object.fromEntries([...windows, 'pop'].map((name) => [name, `preload/${name}.ts`])),
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    plugins: [svelte(), sentencesAlone()],
    build: {
      outDir: 'out/renderer',
      target: chromium,
      minify: true,
      rollupOptions: { input: Object.fromEntries(windows.map((name) => [name, `renderer/${name}.html`])) },
    },
  },
})
