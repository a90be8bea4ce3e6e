import type { CommandResult } from '#contract'
import type { CallGateway } from '#main/calls/verbs/call-gateway.ts'

/** A gateway that answers everything alike, and says in words what it was asked. */
export function fakeCallGateway(say: (what: string) => Promise<CommandResult>): CallGateway {
  return {
    answer: (id) => say(`answer ${id}`),
    decline: (id, mode) => say(`decline ${id} ${mode}`),
    mute: (muted) => say(muted ? 'beginmute' : 'endmute'),
    hangUp: (id, held) => say(`${held ? 'dropcall' : 'release'} ${id}`),
    hold: () => say('hold'),
    retrieve: (id) => say(`gethold ${id}`),
    swap: (id) => say(`connecthold ${id}`),
    keys: (keys) => say(`seconddialex ${keys}`),
    transfer: ({ to, mode }) => say(`transfer ${to.kind} ${to.address} ${mode}`),
    takeBack: () => say('canceltransfer'),
    consult: ({ to, mode }) => say(`innerhelp ${to.kind} ${to.address} ${mode}`),
    conference: (id) => say(`confjoin ${id}`),
    dropParty: (number) => say(`disconnect ${number}`),
    switchVideo: (on) => say(`mediaswitch ${on ? 'video' : 'audio'}`),
    layout: (layout) => say(`adjustvideomode ${layout}`),
    record: (action) => say(`${action} recording`),
    associatedData: () => Promise.resolve(null),
    setAssociatedData: (id, text) => say(`setcalldataex ${id} ${text}`),
    dial: ({ number, video }) => say(`callout ${number}${video ? ' with video' : ''}`),
    callInside: ({ to }) => say(`callinner ${to.kind} ${to.address}`),
    pickUp: (workNumber) => say(`snatchpickup ${workNumber}`),
    callIds: () => Promise.resolve(null),
    heldIds: () => Promise.resolve(null),
    details: () => Promise.resolve(null),
    remoteNumbers: () => Promise.resolve(null),
    present: () => Promise.resolve(null),
  }
}
