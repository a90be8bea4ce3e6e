import { wordsIn } from '#main/desktop/words/words.ts'
import { handsAt } from '../../e2e/fixtures/hands.ts'
import { wordsOf } from '../../e2e/fixtures/words.ts'
import { until } from '../../support/desktop/programs.ts'
import type { BareElectron } from '../bare/bare-electron.ts'
import { openBareCall } from '../limits/open-track.ts'
import type { Limit, Measure, Measured, Times } from '../metric.ts'
import { p50AtMost, timesLimit } from '../report/aims.ts'
import { type ByName, cpuPercent, privateMb, total } from '../stage/processes.ts'
import { type Stage, whenRegisteredAt } from '../stage/stage.ts'
import { pause } from '../stage/workplace.ts'

const SETTLED_MS = 5_000
const tray = wordsIn('en')

/** What the app takes of the machine, nobody looking into it meanwhile. */
export const usage: Measure = {
  metrics: {
    memory_idle_mb: timesLimit(1.5),
    memory_in_call_mb: timesLimit(1.5),
    cpu_idle_percent: p50AtMost(0.5),
    cpu_in_call_percent: timesLimit(1.5),
  },
  run: async (stage, times) => {
    const bare = await bareUsage(stage, times)
    await stage.desktop.programs.stop()
    const { shown, hidden } = await appUsage(stage, times)
    return {
      memory_idle_mb: memory(hidden.idle, bare.windows),
      memory_in_call_mb: memory(hidden.call, bare.windows),
      cpu_idle_percent: beside(shown.idle, limit('two bare windows', [bare.windows.cpu]), {
        'all, desk hidden': hidden.idle,
        'bare window, microphone held': bare.holding,
      }),
      cpu_in_call_percent: beside(shown.call, limit('bare peer connection', [bare.call.cpu]), {
        'all, desk hidden': hidden.call,
      }),
    }
  },
}

interface Usage {
  readonly cpu: ByName
  readonly memory: ByName
}

/** The bare program's processes stand beside the app's own. */
function memory(used: Usage, bare: Usage): Measured {
  const whole = measured([used.memory], limit('two bare windows', [bare.memory]))
  const others = Object.entries(bare.memory).map(([name, mb]) => [`bare ${BARE_NAMES[name] ?? name}`, [mb]] as const)
  return { ...whole, parts: { ...whole.parts, ...Object.fromEntries(others) } }
}

/** Its windows are no desk and no phone. */
const BARE_NAMES: Readonly<Record<string, string>> = { desk: 'window, hidden', phone: 'window, never shown' }

interface IdleAndCall {
  readonly idle: Usage
  readonly call: Usage
}

function limit(what: string, usages: readonly ByName[]): Limit {
  return { what, values: usages.map(total) }
}

function measured(usages: readonly ByName[], beside: Limit): Measured {
  const names = [...new Set(usages.flatMap(Object.keys))]
  const parts = names.map((name) => [name, usages.map((usage) => usage[name] ?? 0)] as const)
  return { values: usages.map(total), limit: beside, parts: Object.fromEntries(parts) }
}

/** The agent sees the desk; what tells where its part comes from stands beside it. */
function beside(shown: Usage, limit: Limit, others: Readonly<Record<string, Usage>>): Measured {
  const whole = measured([shown.cpu], limit)
  const more = Object.entries(others).map(([name, { cpu }]) => [name, [total(cpu)]] as const)
  return { ...whole, parts: { ...whole.parts, ...Object.fromEntries(more) } }
}

async function usageOf(pid: number, seconds: number): Promise<Usage> {
  await pause(SETTLED_MS)
  const cpu = await cpuPercent(pid, seconds)
  return { cpu, memory: await privateMb(pid) }
}

async function bareUsage(stage: Stage, times: Times) {
  const empty = { page: 'empty.html', show: true }
  const bare = await stage.bare([
    { ...empty, name: 'first' },
    { ...empty, name: 'second', show: false },
  ])
  const { cpu } = await usageOf(bare.pid, times(60))
  await bare.evaluate('first', 'hide()')
  const { memory } = await usageOf(bare.pid, 1)
  await bare.close()
  return {
    windows: { cpu, memory },
    holding: await bareVoice(stage, times(20), (bare) => bare.evaluate('voice', 'hold()')),
    call: await bareVoice(stage, times(60), async (bare) => {
      await openBareCall(stage, bare)
      await bare.evaluate('voice', 'speak(true)')
    }),
  }
}

async function bareVoice(
  stage: Stage,
  seconds: number,
  begin: (bare: BareElectron) => Promise<unknown>,
): Promise<Usage> {
  const bare = await stage.bare([{ name: 'voice', page: 'voice.html', show: true }])
  await begin(bare)
  const found = await usageOf(bare.pid, seconds)
  await bare.close()
  return found
}

async function appUsage(
  stage: Stage,
  times: Times,
): Promise<{ readonly shown: IdleAndCall; readonly hidden: IdleAndCall }> {
  const { desktop } = stage
  const centre = await stage.centre()
  const app = await stage.plain(centre)
  const agent = centre.agent('6001')
  await app.look(/desk\.html$/, (desk) =>
    handsAt(() => desk, wordsOf('en'), whenRegisteredAt(centre)).signIn({ goIdle: true }),
  )
  await agent.becomes('idle')
  const both = async (seconds: number): Promise<IdleAndCall> => {
    const idle = await usageOf(app.pid, seconds)
    const call = centre.customer({ number: '13800138000', tone: 440 }).callQueue('Support')
    await desktop.tray.click(tray.answer)
    await call.talking
    const inCall = await usageOf(app.pid, seconds)
    await desktop.tray.click(tray.hangUp)
    await call.ended
    await desktop.tray.click(tray.goIdle)
    await agent.becomes('idle')
    return { idle, call: inCall }
  }
  const shown = await both(times(60))
  await hideDesk(stage)
  return { shown, hidden: await both(times(20)) }
}

async function hideDesk({ desktop }: Stage): Promise<void> {
  await desktop.tray.click(tray.open)
  await until('the desk to be in front', async () => (await desktop.focusedWindow())?.title === 'Earshot')
  await desktop.pressKey('alt+F4')
  await until('the desk to be gone', async () => !(await desktop.windows()).some(({ title }) => title === 'Earshot'))
}
