import { expect, test } from 'vitest'
import { failedFact, lastLine, type StepReport, tonesBetween } from '../../../../runtime/demo/tour/report.ts'

const step: StepReport = {
  number: 5,
  name: 'answered',
  title: 'Answered by a click',
  ok: true,
  startedAt: '2026-01-01T00:00:00.000Z',
  ms: 400,
  facts: [{ fact: 'the desk says talking', ok: true, ms: 3 }],
  tones: { customer: [], agent: [] },
  picture: '05-answered.png',
}
const deaf: StepReport = {
  ...step,
  ok: false,
  facts: [...step.facts, { fact: 'the customer hears the agent', ok: false, ms: 9, why: 'heard nothing at all' }],
}
const machine = {
  system: 'Debian',
  processor: 'x86',
  cores: 2,
  memoryGb: 4,
  load: 0.1,
  root: true,
  node: 'v20.19.0',
}

test('only sounds of that time count, cut to it', () => {
  const heard = [
    { hz: 440, from: 0, to: 100 },
    { hz: 0, from: 100, to: 140 },
    { hz: null, from: 140, to: 200 },
    { hz: 999.6, from: 200, to: 300 },
    { hz: 330, from: 300, to: 400 },
  ]

  expect(tonesBetween(heard, 50, 250)).toEqual([
    { hz: 440, from: 0, to: 50 },
    { hz: 0, from: 50, to: 90 },
    { hz: 1000, from: 150, to: 200 },
  ])
})

test('the fact that failed is named with its step and why', () => {
  expect(failedFact([step])).toBe(null)
  expect(failedFact([step, deaf])).toBe('step 5 (answered): "the customer hears the agent": heard nothing at all')
})

test('the last line says whether every fact held', () => {
  const held = lastLine({ ok: true, machine, runtime: null, steps: [step] }, 12.4, 'out/tour')
  const failed = lastLine({ ok: false, machine, runtime: null, steps: [deaf], failure: 'any' }, 3, 'out/tour')

  expect(held).toMatch(/every fact held: 1 steps, 1 facts, 12 s.*out\/tour/)
  expect(failed).toMatch(/FAILED.*"the customer hears the agent": heard nothing at all/)
})

test('a tour that could not begin says why', () => {
  const line = lastLine({ ok: false, machine, runtime: null, steps: [], failure: 'no X server' }, 1, 'out/tour')

  expect(line).toContain('no X server')
})
