import { expect, test } from 'vitest'
import { findChosen, isAlias, nameOf } from '#renderer/phone/media/devices/device-choice.ts'

const headset = { id: 'a', groupId: 'g1', label: 'Headset' }
const twin = { id: 'b', groupId: 'g2', label: 'Headset' }
const laptop = { id: 'c', groupId: 'g3', label: 'Built-in' }
const system = { id: 'default', groupId: 'g1', label: 'Headset' }

test('no choice finds no device', () => {
  expect(findChosen(null, [headset])).toBeNull()
})

test('tells twins apart by their group', () => {
  expect(findChosen({ groupId: 'g2', label: 'Headset' }, [headset, twin])).toBe(twin)
})

test('finds the device again by its label when groups were drawn anew', () => {
  expect(findChosen({ groupId: 'of yesterday', label: 'Built-in' }, [headset, laptop])).toBe(laptop)
})

test('finds a device whose label has changed by its group', () => {
  expect(findChosen({ groupId: 'g3', label: 'Eingebaut' }, [headset, laptop])).toBe(laptop)
})

test('never takes the name of the system’s choice for a device', () => {
  expect(findChosen({ groupId: 'g1', label: 'Headset' }, [system])).toBeNull()
  expect(isAlias('communications')).toBe(true)
})

test('says when the device is not there', () => {
  expect(findChosen({ groupId: 'g9', label: 'Gone' }, [headset, laptop])).toBeNull()
})

/** A track as the browser gives it for a device id. */
function track(label: string, deviceId: string, groupId: string) {
  return { label, getSettings: () => ({ deviceId, groupId }) }
}

test('a device that was asked for is called as its track is', () => {
  expect(nameOf(track('Built-in', 'c', 'g3'), [system, headset, laptop])).toBe('Built-in')
})

test('the system’s choice is called as the device of its group', () => {
  expect(nameOf(track('Default', 'default', 'g3'), [system, headset, laptop])).toBe('Built-in')
})

test('the system’s choice is called as the only device there is, whatever its group', () => {
  expect(nameOf(track('Default', 'default', 'its own'), [system, laptop])).toBe('Built-in')
})

test('the system’s choice has no name where there is nothing to tell it by', () => {
  expect(nameOf(track('Default', 'default', 'its own'), [system, headset, laptop])).toBe('')
})
