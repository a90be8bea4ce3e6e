/** Somebody whom the CRM knows. */
export interface Person {
  readonly number: string
  readonly name: string
  readonly company: string
  readonly city: string
  readonly level: 'Gold' | 'Silver' | 'Standard'
  readonly since: number
  readonly orders: readonly Order[]
}

interface Order {
  readonly id: string
  readonly what: string
  readonly amount: string
  readonly state: 'delivered' | 'on its way' | 'returned' | 'open'
}

/** Names as people have them: long, in other scripts, from right to left, and with what a careless page would take for HTML. */
const names = [
  '王小明',
  'José Núñez y García',
  'محمد العلي',
  'Zoë Müller-Lüdenscheidt',
  'Иван Петров',
  '김민지',
  'Bob <b>O’Brien</b> & Sons',
  'สมชาย ใจดี',
  'Ana 🌻 Souza',
  '東海林 さくら',
  'Nguyễn Thị Hồng Nhung',
  'Wolfeschlegelsteinhausenbergerdorff',
]
const companies = ['Lotus Trading', '深圳华强电子', 'Nordlicht GmbH', 'Café São João', '—', 'Δέλτα ΑΕ']
const cities = ['深圳', 'Lisboa', 'القاهرة', 'Köln', 'Казань', '서울', 'Cork', 'กรุงเทพฯ']
const goods = ['Router AX3', '套餐 5G 199', 'Kabel 2,5 m', 'Headset', 'Fibra 1 Gb/s']
const states = ['delivered', 'on its way', 'returned', 'open'] as const
const levels = ['Gold', 'Silver', 'Standard'] as const

const known = 300
/** The numbers that tests and the demo call from are among them. */
const firsts = [13_800_000_000, 13_800_138_000, 13_900_000_000]

/** The same ones at every start. */
export const people: ReadonlyMap<string, Person> = new Map(
  firsts.flatMap((first) =>
    Array.from({ length: known / firsts.length }, (_, index): [string, Person] => {
      const number = String(first + index)
      return [number, personOf(number, index)]
    }),
  ),
)

function personOf(number: string, index: number): Person {
  return {
    number,
    name: at(names, index),
    company: at(companies, index * 5 + 1),
    city: at(cities, index * 3),
    level: at(levels, index * 7),
    since: 2008 + (index % 17),
    orders: Array.from({ length: 1 + (index % 4) }, (_, order) => orderOf(number, index + order * 11)),
  }
}

function orderOf(number: string, seed: number): Order {
  return {
    id: `${number.slice(-4)}-${1_000 + seed}`,
    what: at(goods, seed),
    amount: `¥ ${(49 + seed * 13).toFixed(2)}`,
    state: at(states, seed),
  }
}

function at<T>(all: readonly T[], index: number): T {
  return all[index % all.length] as T
}

/** By number, however it is written (`+86 138 0013 8000`, `013800138000`), or by part of a name. */
export function findPeople(text: string): readonly Person[] {
  const digits = text.replaceAll(/\D/g, '')
  const exact = people.get(digits) ?? people.get(digits.slice(-11))
  if (exact) return [exact]
  const part = text.trim().toLowerCase()
  if (part === '') return []
  return [...people.values()].filter(({ name }) => name.toLowerCase().includes(part)).slice(0, 20)
}
