import { folded } from './find-replies.ts'

const MOST = 20

/** What the agent wrote last, in whatever chat; in the desk's memory alone, since it is content. */
export class LastAnswers {
  #texts: readonly string[] = $state.raw([])

  add(text: string): void {
    this.#texts = [text, ...this.#texts.filter((one) => one !== text)].slice(0, MOST)
  }

  find(query: string): readonly string[] {
    const wanted = folded(query).trim()
    return this.#texts.filter((text) => folded(text).includes(wanted))
  }
}
