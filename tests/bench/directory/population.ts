import type { Contact } from '#contract'

const families = ['王', '李', '张', '刘', '陈', '杨', '赵', '黄', '周', '吴']
const given = ['芳', '伟', '娜', '秀英', '敏', '静', '丽', '强', '磊', '军', '洋', '勇', '艳', '杰', '娟', '涛']
const first = ['Alice', 'Bob', 'Carlos', 'Dana', 'Eve', 'Fatima', 'Georg', 'Hanna', 'Ivan', 'Julia']
const last = ['Meyer', 'Ruiz', 'Novak', 'Haddad', 'Winter', 'Sato', 'Okafor', 'Lindqvist', 'Müller', 'Rossi']
const companies = ['Acme', 'Globex', '深圳贸易', '中国移动', 'Initech', 'Umbrella', '华为技术', 'Stark']

/** A phone book of this size, the same every time. */
export function contactsOf(count: number): Contact[] {
  const pick = (list: readonly string[], at: number) => list[at % list.length] ?? ''
  return Array.from({ length: count }, (_, at): Contact => {
    const chinese = pick(families, at) + pick(given, at >> 3)
    const english = `${pick(first, at >> 1)} ${pick(last, at >> 4)} ${at}`
    const tail = String((at * 7_919) % 100_000_000).padStart(8, '0')
    return {
      id: String(at),
      name: at % 2 === 0 ? `${chinese}${at}` : english,
      company: pick(companies, at >> 2),
      numbers: [
        { label: 'mobile', number: `+86 138 ${tail.slice(0, 4)} ${tail.slice(4)}` },
        { label: 'work', number: `0755 ${tail}` },
      ],
      note: at % 5 === 0 ? 'Prefers to be called after ten. 下午两点后勿扰。' : '',
    }
  })
}

/** What people type, letter by letter. */
export const typed: readonly string[] = [
  'alice meyer',
  '王芳',
  'wf',
  '1380',
  '075512',
  'acme',
  '深圳',
  'müller',
  '49999',
  'x',
]
