export type { WorkerLike } from '../../database/thread.ts'
