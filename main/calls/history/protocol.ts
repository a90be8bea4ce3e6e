export type { Answer, Question } from '../../database/words.ts'
