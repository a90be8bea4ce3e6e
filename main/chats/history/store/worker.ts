import { parentPort } from 'node:worker_threads'
import { serveDatabase } from '../../../database/serve.ts'
import { createKeeper } from './keeper.ts'

/** The thread's entry. */
serveDatabase(parentPort, createKeeper)
