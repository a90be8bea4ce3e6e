import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { examineOther, examineOwn, type FilePolicy } from '#main/chats/files/policy/examine.ts'
import { others, pictures, sounds } from '#support/files/samples.ts'

const policy: FilePolicy = {
  maxBytes: 1_000,
  endings: ['jpg', 'png', 'gif', 'webp', 'bmp', 'pdf', 'mp4', 'mp3', 'wav', 'ogg', 'amr', 'txt', 'docx', 'zip', 'dwg'],
}
const small = { width: 40, height: 30 }

describe('what the agent sends', () => {
  test.each(Object.entries(pictures))('a %s is what it says, and has its size', (ending, make) => {
    expect(examineOwn(`a.${ending}`, make(small), policy)).toMatchObject({ ok: true, type: 'image', size: small })
  })

  test.each(Object.entries({ ...sounds, ...others }).filter(([ending]) => policy.endings.includes(ending)))(
    'a %s is what it says',
    (ending, content) => {
      expect(examineOwn(`a.${ending}`, content, policy).ok).toBe(true)
    },
  )

  test.each([
    ['page.jpg', others.html, 'not-what-it-says'],
    ['program.pdf', others.exe, 'not-what-it-says'],
    ['program.dwg', others.exe, 'not-what-it-says'],
    ['picture.jpg', pictures.png(small), 'not-what-it-says'],
    ['program.exe', others.exe, 'ending-not-allowed'],
    ['nothing', others.txt, 'ending-not-allowed'],
    ['a.txt', new Uint8Array(), 'empty'],
    ['a.txt', Buffer.alloc(1_001, 'a'), 'too-large'],
    ['a.png', pictures.png({ width: 20_000, height: 20_000 }), 'picture-too-large'],
    ['a.jpg', pictures.jpg({ width: 20_000, height: 1 }), 'picture-too-large'],
    ['a.jpg', Buffer.from([0xff, 0xd8, 0xff, 0xd9]), 'unreadable'],
  ])('%s is refused', (name, content, reason) => {
    expect(examineOwn(name, content, policy)).toEqual({ ok: false, reason })
  })

  test('an ending of the site that nobody knows is taken', () => {
    expect(examineOwn('plan.dwg', Buffer.from('AC1032\0\0'), policy)).toMatchObject({ ok: true, type: 'file' })
  })
})

describe('what came', () => {
  test('a png that the platform called jpg is a picture', () => {
    expect(examineOther('jpg', pictures.png(small), policy)).toMatchObject({ ok: true, contentType: 'image/png' })
  })

  test('a page that the platform called jpg is refused', () => {
    expect(examineOther('jpg', others.html, policy)).toEqual({ ok: false, reason: 'not-what-it-says' })
  })

  test('a file without an ending is what it is', () => {
    expect(examineOther('', others.pdf, policy)).toMatchObject({ ok: true, ending: 'pdf', type: 'file' })
    expect(examineOther('', others.exe, policy)).toEqual({ ok: false, reason: 'ending-not-allowed' })
  })

  test('sound that cannot be played here is sound all the same', () => {
    expect(examineOther('mp3', sounds.amr, policy)).toMatchObject({ ok: true, type: 'audio', shown: false })
  })

  test('a voice in an mp4 is sound, a film is a film', () => {
    expect(examineOther('mp3', sounds.m4a, policy)).toMatchObject({ ok: true, type: 'audio', contentType: 'audio/mp4' })
    expect(examineOther('mp4', others.mp4, policy)).toMatchObject({ ok: true, type: 'video' })
  })
})

test('whatever the bytes are, the answer is one', () => {
  const starts = [
    ...Object.values(pictures).map((make) => make(small)),
    ...Object.values(sounds),
    ...Object.values(others),
  ]
  const bytes = fc
    .tuple(fc.constantFrom(new Uint8Array(), ...starts), fc.nat({ max: 40 }), fc.uint8Array({ maxLength: 60 }))
    .map(([start, cut, rest]) => Buffer.concat([start.subarray(0, cut), rest]))
  fc.assert(
    fc.property(bytes, fc.constantFrom('', ...policy.endings), (content, ending) => {
      for (const one of [examineOther(ending, content, policy), examineOwn(`a.${ending}`, content, policy)])
        if (one.ok && one.type === 'image' && one.shown) expect(one.size).toBeDefined()
    }),
    { numRuns: 3_000 },
  )
})

test('a picture says its own size', () => {
  const sides = fc.record({ width: fc.integer({ min: 1, max: 6_000 }), height: fc.integer({ min: 1, max: 6_000 }) })
  fc.assert(
    fc.property(sides, fc.constantFrom(...(['jpg', 'png', 'gif', 'webp', 'bmp'] as const)), (size, ending) => {
      expect(examineOwn(`a.${ending}`, pictures[ending](size), policy)).toMatchObject({ ok: true, size })
    }),
  )
})
