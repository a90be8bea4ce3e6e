import type { WebContents } from 'electron'
import { codeOf } from '../../../../log/explain.ts'
import type { Log } from '../../../../log/log.ts'
import type { PageAddress } from '../../../views.ts'

/** Asked by GET, or posted as a form (media-and-services.md 5.1). What becomes of it, `did-fail-load` says (loading.ts). */
export function loadAddress(
  contents: Pick<WebContents, 'loadURL'>,
  { url, form }: PageAddress,
  log: Pick<Log, 'info'>,
): void {
  contents.loadURL(url, form === null ? {} : posted(form)).catch((error: unknown) => {
    log.info('a page was not loaded', { code: codeOf(error) })
  })
}

function posted(form: string) {
  return {
    postData: [{ type: 'rawData' as const, bytes: Buffer.from(form) }],
    extraHeaders: 'Content-Type: application/x-www-form-urlencoded',
  }
}
