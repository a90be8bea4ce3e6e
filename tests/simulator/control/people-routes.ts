import type { Centre } from '../centre.ts'
import type { Colleague } from '../colleagues/colleague.ts'
import type { DeskPhone } from '../customers/desk-phone.ts'
import * as wishes from './people-wishes.ts'
import { type ControlRoute, get, NotThere, send } from './route.ts'
import { soundsNow } from './views.ts'
import { nothing } from './wishes.ts'

/** Agents whom somebody at the page plays, and telephones that are no softphones. */
export function peopleRoutes(centre: Centre): readonly ControlRoute[] {
  return [...colleagueRoutes(centre), ...deskPhoneRoutes(centre), get('/left-open', () => centre.leftOpen())]
}

function colleagueRoutes(centre: Centre): readonly ControlRoute[] {
  const deed = (name: string, run: (colleague: Colleague) => unknown) =>
    send('POST', `/colleagues/{id}/${name}`, nothing, (_wish, { id = '' }) => run(colleagueOf(centre, id)))
  return [
    get('/colleagues', () => centre.colleagues.map(colleagueView)),
    send('POST', '/colleagues', wishes.newColleague, async ({ workNumber, ...options }) => {
      return colleagueView(await centre.colleague(workNumber, options))
    }),
    get('/colleagues/{id}', ({ id = '' }) => colleagueView(colleagueOf(centre, id))),
    deed('answer', async (colleague) => ({ callId: await colleague.answer() })),
    deed('hold', (colleague) => colleague.hold()),
    deed('retrieve', (colleague) => colleague.retrieve()),
    deed('hang-up', (colleague) => colleague.hangUp()),
    deed('sign-out', (colleague) => colleague.signOut()),
    send('POST', '/colleagues/{id}/ask', wishes.asking, ({ method, family, operation, body }, { id = '' }) =>
      colleagueOf(centre, id).ask(method, family, operation, body),
    ),
  ]
}

function deskPhoneRoutes(centre: Centre): readonly ControlRoute[] {
  const deed = (name: string, run: (phone: DeskPhone) => void) =>
    send('POST', `/telephones/{number}/${name}`, nothing, (_wish, { number = '' }) => {
      const phone = deskPhoneOf(centre, number)
      run(phone)
      return deskPhoneView(phone)
    })
  return [
    get('/telephones', () => centre.deskPhones.map(deskPhoneView)),
    send('POST', '/telephones', wishes.newDeskPhone, (wish) => deskPhoneView(centre.deskPhone(wish))),
    deed('pick-up', (phone) => phone.pickUp()),
    deed('hang-up', (phone) => phone.hangUp()),
  ]
}

function colleagueOf({ colleagues }: Centre, id: string): Colleague {
  const colleague = colleagues.find(({ workNumber }) => workNumber === id)
  if (!colleague) throw new NotThere(`nobody plays agent ${id}`)
  return colleague
}

function deskPhoneOf({ deskPhones }: Centre, number: string): DeskPhone {
  const phone = deskPhones.find((one) => one.number === number)
  if (!phone) throw new NotThere(`no telephone ${number}`)
  return phone
}

function colleagueView({ workNumber, phone, events }: Colleague): Record<string, unknown> {
  return { workNumber, phone: deskPhoneView(phone), events }
}

function deskPhoneView({ number, state, hears }: DeskPhone): Record<string, unknown> {
  return { number, state, hears: soundsNow(hears) }
}
