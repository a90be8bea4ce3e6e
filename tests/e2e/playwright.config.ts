import { defineConfig } from '@playwright/test'

/** One worker: a call's sound runs in real time, and two apps on two cores would hear each other's load. */
export default defineConfig({
  testDir: '.',
  outputDir: '../../out/e2e/results',
  workers: 1,
  // Voices run in real time: on a shared machine a pause of the whole machine is heard as one of the app.
  retries: 1,
  timeout: 60_000,
  expect: { timeout: 5_000 },
  forbidOnly: true,
  reporter: [['list'], ['json', { outputFile: '../../out/e2e/report.json' }]],
  use: { trace: 'retain-on-failure' },
})
