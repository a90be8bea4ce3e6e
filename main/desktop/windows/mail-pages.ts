import { pageOrigin } from './pages.ts'

const host = 'earshot://mail'
/** More than a window shows at once; the oldest is asked for again when it comes back on the screen. */
const mostKept = 60

/** E-mails as the desk's frame shows them: pages of another host than ours, in which nothing runs and nothing is sent. */
export interface MailPages {
  /** Answers with the address of its page. `images`: those from elsewhere are fetched. */
  keep(mail: { readonly html: string; readonly images: boolean }): string
  serve(url: string): Response
}

export function isMailPage(url: string): boolean {
  return url.startsWith(`${host}/`)
}

export function createMailPages(): MailPages {
  const kept = new Map<string, { readonly html: string; readonly images: boolean }>()
  let made = 0
  return {
    keep: (mail) => {
      made += 1
      const address = `${host}/${made}`
      kept.set(address, mail)
      const [oldest] = kept.keys()
      if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest)
      return address
    },
    serve: (url) => {
      const mail = kept.get(url)
      return mail ? pageOf(mail) : new Response('not found', { status: 404 })
    },
  }
}

function pageOf({ html, images }: { readonly html: string; readonly images: boolean }): Response {
  return new Response(html, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': mailPolicy(images),
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    },
  })
}

/** The sandbox is said here too, so that it holds whoever frames the page. */
export function mailPolicy(images: boolean): string {
  return [
    "default-src 'none'",
    "style-src 'unsafe-inline'",
    `img-src data:${images ? ' https: http:' : ''}`,
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${pageOrigin}`,
    'sandbox',
  ].join('; ')
}
