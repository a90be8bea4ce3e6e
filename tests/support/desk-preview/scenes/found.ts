import type { DirectoryEntry, DirectoryFound } from '#contract'

const agent = (
  number: string,
  name: string,
  detail: string,
  state: NonNullable<DirectoryEntry['state']>,
): DirectoryEntry => ({
  id: `agent:${number}`,
  kind: 'agent',
  name,
  detail,
  number,
  state,
  can: [{ do: 'transfer', to: { kind: 'agent', address: number } }],
})
const queue = (number: string, name: string, waiting: number): DirectoryEntry => ({
  id: `queue:${number}`,
  kind: 'queue',
  name,
  detail: '',
  number,
  waiting,
  can: [{ do: 'transfer', to: { kind: 'queue', address: number } }],
})
/** What the directory answers where somebody is chosen. */
export const found: DirectoryFound = {
  entries: [
    agent('6073', 'Chen Jie 陈洁', 'Second level 二线', 'idle'),
    agent('6074', 'Cheng Wei 程伟', 'Second level 二线', 'talking'),
    agent('6112', 'Catherine Montgomery-Fitzgerald', 'Retention and complaints', 'rest'),
    queue('2', 'Cards 信用卡', 14),
    {
      id: 'ivr:91',
      kind: 'ivr',
      name: 'Card PIN 卡密码验证',
      detail: '',
      number: '91',
      can: [{ do: 'transfer', to: { kind: 'ivr', address: '91' } }],
    },
  ],
  counts: { agent: 3, queue: 1, 'access-code': 0, ivr: 1, contact: 0 },
  revision: 1,
}
