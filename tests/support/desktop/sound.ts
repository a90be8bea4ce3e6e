import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { type Program, type Programs, until } from './programs.ts'

export type Loudspeaker = 'headset' | 'ringer'

/** 16-bit mono PCM as it comes. */
export interface Recording {
  readonly pcm: Readable
  stop(): Promise<void>
}

/** Sound without hardware: two loudspeakers that can be listened at and a microphone that can be spoken into. */
export interface Sound {
  /** What programs must have in their environment to find it. */
  readonly env: NodeJS.ProcessEnv
  /** Says these samples into the microphone over and over until stopped. */
  speak(pcm: Int16Array, rate: number): Program
  /** What a loudspeaker plays from now on. */
  listenAt(loudspeaker: Loudspeaker, rate: number): Recording
  plugMicrophone(): Promise<void>
  unplugMicrophone(): Promise<void>
}

const CABLE = 'microphone_cable'

/** Names as a person reads them in a list of devices; `module-always-sink` is left out, so that nothing is added. */
const SCRIPT = [
  `load-module module-null-sink norewinds=1 sink_name=headset sink_properties="device.description='Office headset'"`,
  `load-module module-null-sink norewinds=1 sink_name=ringer sink_properties="device.description='Loudspeaker'"`,
  `load-module module-null-sink norewinds=1 sink_name=${CABLE} sink_properties="device.description='Cable'"`,
  'set-default-sink headset',
].join('\n')

/** A remapped source and not the sink's monitor itself, because Chromium leaves monitors out of its list. */
const MICROPHONE = [
  'module-remap-source',
  'source_name=microphone',
  `master=${CABLE}.monitor`,
  `source_properties="device.description='Office headset microphone'"`,
] as const

/** The server lasts as long as the desktop, what is said and heard only as long as its guests. */
export async function startSound(programs: Programs, guests: Programs, folder: string): Promise<Sound> {
  const home = join(folder, 'sound')
  await mkdir(home, { recursive: true })
  const socket = join(home, 'native')
  const script = join(home, 'start.pa')
  await writeFile(script, `load-module module-native-protocol-unix auth-anonymous=1 socket=${socket}\n${SCRIPT}\n`)
  const env = { PULSE_SERVER: `unix:${socket}`, PULSE_RUNTIME_PATH: home, PULSE_STATE_PATH: home }
  const words = ['-n', '-F', script, '--daemonize=no', '--use-pid-file=no', '--exit-idle-time=-1', '--realtime=no']
  const server = programs.start('pulseaudio', [...words, '--high-priority=no'], { env })
  const pactl = (...command: string[]) => programs.run('pactl', ['--server', env.PULSE_SERVER, ...command])
  await until('the sound server', () => answers(server, () => pactl('get-default-sink')))
  const stream = (command: string, device: string, rate: number, stdin: Readable | string = '') =>
    guests.start(command, streamWords(device, rate), { env, stdin })
  const microphone = plug(pactl)
  await microphone.plugMicrophone()
  return {
    env,
    ...microphone,
    speak: (pcm, rate) => stream('pacat', CABLE, rate, Readable.from(overAndOver(pcm))),
    listenAt: (loudspeaker, rate) => {
      const program = stream('parec', `${loudspeaker}.monitor`, rate)
      if (program.child.stdout === null) throw new Error('parec has no output')
      return { pcm: program.child.stdout, stop: program.stop }
    },
  }
}

type Pactl = (...command: string[]) => Promise<string>

function plug(pactl: Pactl): Pick<Sound, 'plugMicrophone' | 'unplugMicrophone'> {
  let module: string | null = null
  return {
    plugMicrophone: async () => {
      module ??= (await pactl('load-module', ...MICROPHONE)).trim()
    },
    unplugMicrophone: async () => {
      if (module !== null) await pactl('unload-module', module)
      module = null
    },
  }
}

function streamWords(device: string, rate: number): readonly string[] {
  return [`--device=${device}`, '--format=s16le', '--channels=1', `--rate=${rate}`, '--raw', '--latency-msec=20']
}

/** A server that has ended says why instead of being waited for. */
async function answers(server: Program, ask: () => Promise<string>): Promise<boolean> {
  if (!server.running()) throw new Error(`pulseaudio: ${server.errors()}`)
  try {
    return (await ask()).trim() === 'headset'
  } catch {
    return false
  }
}

function* overAndOver(pcm: Int16Array): Generator<Buffer> {
  const bytes = Buffer.from(pcm.buffer, pcm.byteOffset, pcm.byteLength)
  for (;;) yield bytes
}
