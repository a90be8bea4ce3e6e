import type { Tab } from '../tab/tab.ts'
import type { Questions } from './questions.ts'

/** What a document or its server asks is not wanted any more when there is another one. */
export function dropWithDocument({ id, contents }: Pick<Tab, 'id' | 'contents'>, questions: Questions): void {
  // The request that waited for it is given up as soon as another one begins.
  contents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
    if (isMainFrame && !isSameDocument) questions.drop(id, ['sign-in', 'certificate'])
  })
  contents.on('did-navigate', () => questions.drop(id, ['dialog', 'permission']))
  contents.on('render-process-gone', () => questions.drop(id, ['dialog', 'leave', 'permission']))
}
