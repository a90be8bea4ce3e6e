/** What the frame shows: the cleaned e-mail on paper, whatever the desk's theme; a dark desk turns the paper over. */
export function mailDocument(html: string, language: string): string {
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><style>${style}</style></head><body dir="auto">${html}</body></html>`
}

/** Pictures keep their colours when the frame around them is turned over. */
export const darkMark = '<style>img{filter:invert(1) hue-rotate(180deg)}</style>'

const style = `
html { background: #fff; color: #191d23; color-scheme: light; }
body { margin: 0; padding: 12px; font: 14px/1.45 "Segoe UI", "Noto Sans", "Microsoft YaHei UI", "PingFang SC", "Noto Sans SC", "Noto Sans CJK SC", system-ui, sans-serif; overflow-wrap: anywhere; }
img { max-width: 100%; height: auto; }
img.withheld { display: inline-block; min-width: 24px; min-height: 24px; border: 1px dashed #7c8593; background: #f4f5f7; }
table { max-width: 100%; }
a { color: #3541b3; text-decoration: underline; }
summary { margin: 8px 0; color: #545c68; cursor: pointer; }
blockquote { margin: 4px 0; padding-left: 12px; border-left: 2px solid #dcdfe5; }
`

const shortest = 96
const tallest = 420
const lineHeight = 21

/** Without scripts in it nobody can ask the frame how tall it is: what its text takes, within bounds. */
export function frameHeight(html: string): number {
  const blocks = html.match(/<(p|div|br|li|tr|h[1-6]|blockquote)\b/gi)?.length ?? 0
  const pictures = html.match(/<img\b/gi)?.length ?? 0
  const letters = html.replace(/<style[\s\S]*?<\/style>/gi, '').replace(/<[^>]*>/g, '').length
  const lines = blocks + Math.ceil(letters / 70) + 2
  return Math.min(tallest, Math.max(shortest, lines * lineHeight + pictures * 120))
}
