import { expect, test } from 'vitest'
import { type Ending, endCause } from '#renderer/phone/sip/dialogs/end-cause.ts'

const ending: Ending = {
  direction: 'incoming',
  established: false,
  weEnded: false,
  cancelled: false,
  farSideHungUp: false,
}

test.each<[string, Partial<Ending>, string]>([
  ['the far side’s BYE', { established: true, farSideHungUp: true }, 'far-side-hung-up'],
  ['our BYE', { established: true, weEnded: true }, 'we-ended'],
  ['BYE of both at once', { established: true, weEnded: true, farSideHungUp: true }, 'far-side-hung-up'],
  ['CANCEL', { cancelled: true }, 'cancelled'],
  ['our refusal', { weEnded: true }, 'we-ended'],
  ['an established dialog that is gone', { established: true }, 'lost'],
  ['an answer that could not be given', {}, 'failed'],
  ['486 to our INVITE', { direction: 'outgoing', code: 486, madeUp: false }, 'refused'],
  ['487 to our CANCEL', { direction: 'outgoing', code: 487, madeUp: false, weEnded: true }, 'we-ended'],
  ['no answer to our INVITE', { direction: 'outgoing', code: 408, madeUp: true }, 'failed'],
])('%s', (_, known, cause) => {
  expect(endCause({ ...ending, ...known })).toBe(cause)
})
