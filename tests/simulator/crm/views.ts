import { findPeople, type Person } from './people.ts'
import { fill, html, type Markup } from './render.ts'
import { type Asked, page, type Reply } from './reply.ts'

/** Every page of the CRM has the same head. */
export function inFrame(title: string, body: Markup, status = 200): Reply {
  return page(fill('frame.html', { title, body }), status)
}

/** Who calls, all that is known of them, and what the page was told. */
export function customer({ told, origins }: Asked): Reply {
  const text = told.callerNum ?? told.q ?? ''
  const found = findPeople(text)
  const [person] = found
  if (found.length !== 1 || !person) return search(text, found)
  const body = fill('customer.html', {
    ...cardOf(person),
    told: toldList(told),
    elsewhere: origins.foreign,
    ticket: `/ticket?callerNum=${person.number}`,
  })
  return inFrame(person.name, body)
}

function search(text: string, found: readonly Person[]): Reply {
  const rows = found.map(
    ({ number, name, city }) => html`<li><a href="/customer?q=${number}">${name}</a> ${city}, ${number}</li>`,
  )
  const heading = text === '' ? 'Who is it?' : `${found.length} people for “${text}”`
  return inFrame(heading, fill('search.html', { heading, text, rows }))
}

function cardOf({ orders, since, ...person }: Person) {
  return {
    ...person,
    since,
    initial: [...person.name][0] ?? '',
    orders: orders.map(
      ({ id, what, amount, state }) =>
        html`<tr><td>${id}</td><td>${what}</td><td>${amount}</td><td><mark data-state="${state}">${state}</mark></td></tr>`,
    ),
  }
}

/** The values as they came, so that somebody sees what the page was given. */
export function toldList(told: Asked['told']): Markup[] {
  return Object.entries(told).map(([name, value]) => html`<dt>${name}</dt><dd data-told="${name}">${value}</dd>`)
}

/** A text that somebody is in the middle of, with what it was told in fields of its own. */
export function ticket({ told }: Asked): Reply {
  const [person] = findPeople(told.callerNum ?? '')
  const body = fill('ticket.html', {
    told: toldList(told),
    who: person?.name ?? told.callerNum ?? 'nobody',
    callid: told.callid ?? '',
  })
  return inFrame(`Ticket for ${person?.name ?? told.callerNum ?? 'nobody'}`, body)
}

export function savedTicket({ visit }: Asked): Reply {
  const rows = Object.entries(visit.form ?? {}).map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)
  return inFrame('Ticket saved', fill('saved.html', { rows }))
}

/** A page on Huawei's own script (spec/media-and-services.md 5.2, 5.3). */
export function workbench({ told, origins, visit }: Asked): Reply {
  const own = visit.door === 'foreign' ? origins.foreign : origins.main
  const stranger = visit.door === 'foreign' ? origins.main : origins.foreign
  return inFrame('Workbench', fill('workbench.html', { told: toldList(told), own, stranger }))
}

export function callingFrame({ told }: Asked): Reply {
  return page(fill('calling-frame.html', { number: told.number ?? '' }))
}

export function openEye({ told }: Asked): Reply {
  return inFrame(
    'OpenEye H5',
    fill('openeye.html', { number: told.number ?? '', port: told.port ?? '7684', daemon: told.daemon ?? '7682' }),
  )
}

export function misbehaving({ told }: Asked): Reply {
  return inFrame('Misbehaving', fill('misbehaving.html', { how: told.how ?? '' }))
}
