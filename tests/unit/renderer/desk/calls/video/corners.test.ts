import { expect, test } from 'vitest'
import { cornerAfter, cornerAt } from '#renderer/desk/calls/video/corners.ts'

test('the arrow keys lead round the four corners, and no other key does', () => {
  expect(cornerAfter('bottom-right', 'ArrowUp')).toBe('top-right')
  expect(cornerAfter('top-right', 'ArrowLeft')).toBe('top-left')
  expect(cornerAfter('top-left', 'ArrowDown')).toBe('bottom-left')
  expect(cornerAfter('bottom-left', 'ArrowRight')).toBe('bottom-right')
  expect(cornerAfter('bottom-left', 'Enter')).toBeNull()
})

test('let go of, it falls into the nearest corner', () => {
  const frame = { left: 100, top: 50, width: 400, height: 200 }

  expect(cornerAt(frame, { clientX: 120, clientY: 60 })).toBe('top-left')
  expect(cornerAt(frame, { clientX: 480, clientY: 240 })).toBe('bottom-right')
})
