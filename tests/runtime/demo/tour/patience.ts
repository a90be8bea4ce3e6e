import { expect as impatient } from '@playwright/test'

/** A tour proves that things happen; how fast is for the benchmarks, on a machine that does nothing else. */
export const patienceMs = 30_000

export const expect = impatient.configure({ timeout: patienceMs })
