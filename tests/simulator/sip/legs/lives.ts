import type { Flow } from '../flow.ts'
import type { LegLife } from './leg-life.ts'

/** All legs that have not ended. An answered one outlives its flow: the softphone may come back on another. */
export function createLives() {
  const lives = new Map<LegLife, Flow | null>()
  return {
    began(life: LegLife, flow: Flow | null): void {
      lives.set(life, flow)
      void life.ended.then(() => lives.delete(life))
    },
    flowLost(flow: Flow): void {
      for (const [life, its] of lives)
        if (its === flow && !life.isAnswered) life.end({ by: 'failure', why: 'flow lost' })
    },
    endAll(): void {
      for (const life of lives.keys()) life.end({ by: 'centre' })
    },
  }
}
