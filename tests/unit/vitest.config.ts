import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  root: new URL('../..', import.meta.url).pathname,
  plugins: [svelte()],
  // Svelte's browser build, so that components mount under jsdom.
  resolve: { conditions: ['browser'] },
  test: {
    include: ['tests/unit/**/*.test.ts', 'tests/simulator/**/*.test.ts'],
    exclude: ['tests/unit/packaging/**'],
    testTimeout: 20_000,
    // Sockets, child processes and a private desktop share the machine; a second try is named in the report.
    retry: 1,
  },
})
