import { expect, test } from 'vitest'
import type { StepReport } from '../../../../runtime/demo/tour/report.ts'
import { createSteps } from '../../../../runtime/demo/tour/steps.ts'
import type { Heard } from '../../../../simulator/sip/sip-side.ts'

/** A tour whose clock moves by 10 ms whenever it is looked at, beginning at 0. */
function start(heard: readonly Heard[] = []) {
  const told: StepReport[] = []
  const pictures: string[] = []
  let at = -10
  const now = () => {
    at += 10
    return at
  }
  const steps = createSteps({
    now,
    hears: { customer: () => heard, agent: () => [] },
    takePicture: async (file, picture) => void pictures.push(`${picture}: ${file}`),
    told: (step) => told.push(step),
  })
  return { ...steps, told, pictures }
}

test('a step holds its facts, what was found, and a picture', async () => {
  const { take, all, told, pictures } = start()

  const given = await take('rings', 'A customer calls', async (check) => {
    await check('the desk shows', () => '138 0013 8000')
    await check('it rings', async () => undefined)
    return 42
  })

  expect(given).toBe(42)
  expect(all).toMatchObject([
    {
      number: 1,
      name: 'rings',
      ok: true,
      startedAt: '1970-01-01T00:00:00.000Z',
      ms: 50,
      facts: [
        { fact: 'the desk shows', ok: true, ms: 10, found: '138 0013 8000' },
        { fact: 'it rings', ok: true, ms: 10 },
      ],
      picture: '01-rings.png',
    },
  ])
  expect(told).toEqual(all)
  expect(pictures).toEqual(['desk: 01-rings.png'])
})

test('steps are numbered, and a picture may be of the whole screen', async () => {
  const { take, pictures } = start()

  await take('one', 'One', async () => undefined)
  await take('two', 'Two', async () => undefined, 'screen')

  expect(pictures).toEqual(['desk: 01-one.png', 'screen: 02-two.png'])
})

test('a fact that fails ends the step, which says which and why in one line', async () => {
  const { take, all } = start()

  const step = take('answered', 'Answered', async (check) => {
    await check('the platform agrees', () => undefined)
    await check('the customer hears the agent', () => {
      throw new Error('\u001b[31mExpected\u001b[39m: 1000\n  Received: 0')
    })
    await check('never asked', () => undefined)
  })

  await expect(step).rejects.toThrow('Received: 0')
  expect(all[0]).toMatchObject({
    ok: false,
    facts: [{ ok: true }, { fact: 'the customer hears the agent', ok: false, why: 'Expected: 1000 Received: 0' }],
    picture: '01-answered.png',
  })
  expect(all[0]?.facts).toHaveLength(2)
})

test('what fails outside a fact fails the step by its title', async () => {
  const { take, all } = start()

  const step = take('answered', 'Answered by a click', () => Promise.reject(new Error('no button')))

  await expect(step).rejects.toThrow('no button')
  expect(all[0]?.facts).toMatchObject([{ fact: 'Answered by a click', ok: false, why: 'no button' }])
})

test('a step holds what was heard while it lasted', async () => {
  const { take, all } = start([
    { hz: 440, from: -30, to: 5 },
    { hz: null, from: 5, to: 8 },
    { hz: 1000.4, from: 8, to: 100 },
  ])

  await take('answered', 'Answered', async () => undefined)

  expect(all[0]?.tones).toEqual({
    customer: [
      { hz: 440, from: 0, to: 5 },
      { hz: 1000, from: 8, to: 10 },
    ],
    agent: [],
  })
})
