import type { Random } from './random.ts'

const sayings = [
  'Where is my order?',
  '我的订单在哪里？',
  'It said "delivered", but nobody rang.',
  'ok',
  '😀👍🏽👩‍👩‍👧',
  'مرحبا، أين طلبي؟',
  '<b>Is this bold?</b> <script>alert(1)</script>',
  'a\u202Eevil.exe',
  'Line one\nline two\n\nline four',
  '{"looks": "like JSON"}',
  'https://example.com/order?id=7&x=<y>',
  '   spaces before and after   ',
]

/** Never the same twice, so that nothing can be mistaken for something else. */
export function words(random: Random, who: string, count: number): string {
  return `${random.oneOf(sayings)} · ${who} ${count}`
}
