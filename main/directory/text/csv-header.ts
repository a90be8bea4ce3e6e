import type { Language, NumberLabel } from '#contract'

/** What one column of a table of contacts holds. */
export type Column = 'name' | 'given' | 'family' | 'company' | 'note' | NumberLabel

/** The words of the tables we write, and the first of those we read. */
const titles: Readonly<Record<Language, Readonly<Record<Column, string>>>> = {
  en: {
    name: 'Name',
    given: 'First Name',
    family: 'Last Name',
    company: 'Company',
    work: 'Work',
    mobile: 'Mobile',
    home: 'Home',
    fax: 'Fax',
    other: 'Other',
    note: 'Note',
  },
  'zh-CN': {
    name: '姓名',
    given: '名',
    family: '姓',
    company: '公司',
    work: '办公电话',
    mobile: '手机',
    home: '家庭电话',
    fax: '传真',
    other: '其他电话',
    note: '备注',
  },
}

/** How other programs call them (Outlook, Google, phones, and people). */
const others: Readonly<Record<string, Column>> = {
  'full name': 'name',
  'display name': 'name',
  contact: 'name',
  联系人: 'name',
  名称: 'name',
  名字: 'given',
  'given name': 'given',
  'family name': 'family',
  surname: 'family',
  姓氏: 'family',
  organization: 'company',
  organisation: 'company',
  'organization name': 'company',
  'organization 1 - name': 'company',
  单位: 'company',
  单位名称: 'company',
  'work phone': 'work',
  'business phone': 'work',
  office: 'work',
  工作电话: 'work',
  单位电话: 'work',
  商务电话: 'work',
  座机: 'work',
  'mobile phone': 'mobile',
  cell: 'mobile',
  'cell phone': 'mobile',
  手机号: 'mobile',
  手机号码: 'mobile',
  移动电话: 'mobile',
  'home phone': 'home',
  住宅电话: 'home',
  'fax number': 'fax',
  'business fax': 'fax',
  商务传真: 'fax',
  phone: 'other',
  'phone number': 'other',
  telephone: 'other',
  tel: 'other',
  number: 'other',
  'other phone': 'other',
  电话: 'other',
  电话号码: 'other',
  号码: 'other',
  其他: 'other',
  notes: 'note',
  comment: 'note',
  说明: 'note',
}

const columns = new Map<string, Column>([
  ...Object.values(titles).flatMap((words) =>
    Object.entries(words).map(([column, title]) => [title.toLowerCase(), column as Column] as const),
  ),
  ...Object.entries(others),
])

/** "Mobile 2" and "手机2" are mobile numbers too. */
export function columnOf(title: string): Column | null {
  const word = title.normalize('NFKC').trim().toLowerCase()
  return columns.get(word) ?? columns.get(word.replace(/\s*\d+$/, '')) ?? null
}

export function titleOf(column: Column, language: Language, count = 1): string {
  const title = titles[language][column]
  return count === 1 ? title : `${title} ${count}`
}
