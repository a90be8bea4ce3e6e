import type { Log } from '../log/log.ts'
import { keepDays } from './days.ts'
import type { RecordFile } from './kept-record.ts'
import { keepMemory } from './memory.ts'
import { keepMessages } from './messages.ts'
import { keepDoors } from './programs.ts'
import { keepSettings } from './settings.ts'

type RecordName = 'settings' | 'memory' | 'days' | 'messages' | 'doors'

/** Every record that outlives the process, each in a file of its own. */
export function keepRecords(files: { readonly [N in RecordName]: RecordFile }, log: Log) {
  return {
    settings: keepSettings(files.settings, log),
    memory: keepMemory(files.memory, log),
    days: keepDays(files.days, log),
    messages: keepMessages(files.messages, log),
    doors: keepDoors(files.doors, log),
  }
}
