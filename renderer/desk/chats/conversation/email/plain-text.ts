/** An e-mail's words without its form; parsed in a document of its own, where nothing is fetched or run. */
export function plainText(html: string): string {
  const { body } = new DOMParser().parseFromString(html, 'text/html')
  for (const element of body.querySelectorAll('script, style, title, template, noscript')) element.remove()
  for (const element of body.querySelectorAll('br, p, div, li, tr, h1, h2, h3, blockquote')) element.append('\n')
  return (body.textContent ?? '')
    .replace(/[ \t]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}
