import { defineConfig } from 'vitest/config'

/** The packaged app must have been made before: `npm run package:dir`. */
export default defineConfig({
  root: new URL('../../..', import.meta.url).pathname,
  test: { include: ['tests/unit/packaging/*.test.ts'], testTimeout: 60_000 },
})
