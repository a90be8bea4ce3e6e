import { expect, test } from 'vitest'
import type { Agent, Reply } from '#contract'
import type { OwnFile, OwnReplies } from '#main/chats/replies/own-file.ts'
import { createReplies, type RepliesOptions } from '#main/chats/replies/replies.ts'

const signedIn = (workNumber: string) => ({ status: 'signed-in', workNumber }) as Agent
const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined }

function start(given: Partial<RepliesOptions> = {}) {
  const disk = { works: true, files: new Map<string, OwnReplies>() }
  const fileOf = (workNumber: string): OwnFile => ({
    read: async () => disk.files.get(workNumber) ?? { replies: [], used: [] },
    write: async (own) => {
      if (disk.works) disk.files.set(workNumber, own)
      return disk.works
    },
  })
  const revisions: number[] = []
  const part = createReplies({
    onState: ({ revision }) => revisions.push(revision),
    ofSite: () => [{ shortcut: 'hi', title: 'Greeting', text: 'Hello {customer}' }],
    ofGateway: async () => [],
    fileOf,
    log: quiet,
    ...given,
  })
  part.agent(signedIn('6001'))
  const titles = async () => (await part.requests['replies.all'](undefined)).map(({ title }) => title)
  return { part, disk, revisions, titles }
}

const own = (reply: Partial<Reply> = {}) => ({ id: '', shortcut: 'bye', title: 'Goodbye', text: 'Bye', ...reply })

test('the site’s, the gateway’s and the agent’s own are one list', async () => {
  const { part, titles } = start({ ofGateway: async () => [{ id: '7', content: 'Please wait.\nA moment' }] })

  expect(await part.requests['replies.save'](own())).toBe(true)

  expect(await titles()).toEqual(['Goodbye', 'Greeting', 'Please wait.'])
})

test('what was used last leads, also after the next sign-in', async () => {
  const first = start()
  const [greeting] = await first.part.requests['replies.all'](undefined)
  await first.part.requests['replies.save'](own())
  await first.part.requests['replies.used']({ id: greeting?.id ?? '' })
  expect(await first.titles()).toEqual(['Greeting', 'Goodbye'])

  const file = first.disk.files.get('6001')

  expect(file?.used).toEqual([greeting?.id])
})

test('own ones are changed and removed, the site’s are not', async () => {
  const { part, titles } = start()
  await part.requests['replies.save'](own())
  const all = await part.requests['replies.all'](undefined)
  const id = (owner: Reply['owner']) => all.find((one) => one.owner === owner)?.id ?? ''

  expect(await part.requests['replies.save'](own({ id: id('agent'), title: 'Farewell' }))).toBe(true)
  expect(await part.requests['replies.save'](own({ id: id('site'), title: 'Mine' }))).toBe(false)
  await part.requests['replies.remove']({ id: id('site') })
  expect(await titles()).toEqual(['Farewell', 'Greeting'])

  await part.requests['replies.remove']({ id: id('agent') })
  expect(await titles()).toEqual(['Greeting'])
})

test('another agent has other ones', async () => {
  const { part, titles } = start()
  await part.requests['replies.save'](own())

  part.agent({ status: 'signed-out', why: 'asked' })
  part.agent(signedIn('6002'))

  expect(await titles()).toEqual(['Greeting'])
})

test('a disk that refuses is no reply saved', async () => {
  const { part, disk, titles } = start()
  disk.works = false

  expect(await part.requests['replies.save'](own())).toBe(false)

  expect(await titles()).toEqual(['Greeting'])
})

test('there is room for five hundred, and not for an empty one', async () => {
  const { part } = start()
  for (let count = 0; count < 500; count += 1) await part.requests['replies.save'](own())

  expect(await part.requests['replies.save'](own())).toBe(false)
  expect(await start().part.requests['replies.save'](own({ text: '' }))).toBe(false)
})

test('the desk is told of each change, and a gateway that fails changes nothing', async () => {
  const { part, revisions, titles } = start({ ofGateway: () => Promise.reject(new Error('none')) })
  expect(await titles()).toEqual(['Greeting'])
  const before = revisions.length

  await part.requests['replies.save'](own())

  expect(revisions.length).toBe(before + 1)
})
