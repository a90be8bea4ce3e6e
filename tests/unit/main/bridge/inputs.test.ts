import { describe, expect, expectTypeOf, test } from 'vitest'
import type { z } from 'zod'
import type {
  AgentRequests,
  CallsRequests,
  DesktopRequests,
  DirectoryRequests,
  LineRequests,
  NoticeRequests,
  PopRequests,
  ProfileRequests,
  SettingsRequests,
} from '#contract'
import type { agentInputs } from '#main/bridge/schemas/agent.ts'
import type { callsInputs } from '#main/bridge/schemas/calls.ts'
import type { desktopInputs } from '#main/bridge/schemas/desktop.ts'
import type { directoryInputs } from '#main/bridge/schemas/directory.ts'
import { inputs } from '#main/bridge/schemas/inputs.ts'
import type { lineInputs } from '#main/bridge/schemas/line.ts'
import type { popInputs } from '#main/bridge/schemas/pop.ts'
import type { profileInputs } from '#main/bridge/schemas/profile.ts'
import type { settingsInputs } from '#main/bridge/schemas/settings.ts'

type Asked<F> = F extends (input: infer I) => unknown ? I : never
/** The requests whose schema would turn away something the contract allows. */
type TooNarrow<Schemas extends { [N in keyof Requests]: z.ZodType }, Requests> = {
  [N in keyof Requests]: Asked<Requests[N]> extends z.input<Schemas[N]> ? never : N
}[keyof Requests]

test('the schemas take everything the contract allows', () => {
  expectTypeOf<TooNarrow<typeof agentInputs, AgentRequests>>().toEqualTypeOf<never>()
  expectTypeOf<TooNarrow<typeof callsInputs, CallsRequests>>().toEqualTypeOf<never>()
  expectTypeOf<TooNarrow<typeof desktopInputs, DesktopRequests & NoticeRequests>>().toEqualTypeOf<never>()
  expectTypeOf<TooNarrow<typeof directoryInputs, DirectoryRequests>>().toEqualTypeOf<never>()
  expectTypeOf<TooNarrow<typeof lineInputs, LineRequests>>().toEqualTypeOf<never>()
  expectTypeOf<TooNarrow<typeof popInputs, PopRequests>>().toEqualTypeOf<never>()
  expectTypeOf<TooNarrow<typeof profileInputs, ProfileRequests>>().toEqualTypeOf<never>()
  expectTypeOf<TooNarrow<typeof settingsInputs, SettingsRequests>>().toEqualTypeOf<never>()
})

describe('what crosses the door is bounded', () => {
  const takes = (name: keyof typeof inputs.desk, value: unknown) => inputs.desk[name].safeParse(value).success

  test('an unknown key is refused', () => {
    expect(takes('calls.answer', { callId: 'a', extra: 1 })).toBe(false)
  })

  test('a text without end is refused', () => {
    expect(takes('calls.dial', { number: '1'.repeat(201) })).toBe(false)
  })

  test('a state the platform does not have is refused', () => {
    expect(takes('agent.goTo', { state: 'talking' })).toBe(false)
  })

  test('a change of one setting is enough', () => {
    expect(takes('settings.change', { theme: 'dark' })).toBe(true)
  })

  test('a room beyond any screen, and an answer of another shape than its kind, are refused', () => {
    expect(takes('pop.room', { x: 0, y: 40, width: 400, height: 600 })).toBe(true)
    expect(takes('pop.room', null)).toBe(true)
    expect(takes('pop.room', { x: 0, y: 0, width: Number.POSITIVE_INFINITY, height: 1 })).toBe(false)
    expect(takes('pop.answer', { id: 'q', answer: { kind: 'leave', ok: true } })).toBe(true)
    expect(takes('pop.answer', { id: 'q', answer: { kind: 'sign-in', ok: true } })).toBe(false)
    expect(takes('pop.answer', { id: 'q', answer: { kind: 'certificate', choice: -1 } })).toBe(false)
  })

  test('a volume above one is refused', () => {
    const devices = { microphone: null, speaker: null, ringer: null, camera: null, ringVolume: 1.1, speakerVolume: 1 }

    expect(takes('settings.change', { devices })).toBe(false)
  })
})

test('a caller with an endless name still rings', () => {
  const fact = inputs.phone['line.report'].parse({
    type: 'invited',
    dialogId: 'd',
    number: '1',
    name: 'x'.repeat(9_000),
  })

  expect(fact).toMatchObject({ type: 'invited', name: 'x'.repeat(200) })
})
