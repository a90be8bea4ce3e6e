import { z } from 'zod'
import { ca } from './address.ts'

/**
 * The values of a call or chat that a page can be told, by the names of spec/media-and-services.md 5.1. `account` is
 * not known from CC-Gateway; `origin` is the page's own.
 */
export const popValues = [
  'callerNum',
  'calledNum',
  'callid',
  'mediaType',
  'mediaCode',
  'callType',
  'workNo',
  'calldata',
  'skillName',
  'skillId',
  'account',
  'origin',
] as const

export type PopValue = (typeof popValues)[number]

export const popMoments = ['incoming', 'ringing', 'talking', 'released', 'chat-switch', 'dialled'] as const

export type PopMoment = (typeof popMoments)[number]

const word = z.string().trim().min(1, '…').max(200, '≤ 200')

/** A number with `*` for any digits: `+86755*`. */
const numbers = z.string().regex(/^\+?[\d*#]{1,30}$/, '+86755*')

/** `host`, or `*.host` for all below it; both with a port where it is not the scheme's own. */
const hosts = z
  .string()
  .max(260)
  .regex(/^(?:\*\.)?[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*(?::\d{1,5})?$/, 'host | *.host')

const parameters = z
  .partialRecord(z.enum(popValues), z.string().min(1, '…').max(100, '≤ 100'), popValues.join(' | '))
  .exactOptional()

/** Nothing in it but the values above is in braces, and no escape is begun that a value would end. */
function isTemplate(url: string): boolean {
  const known = popValues.reduce((text, value) => text.replaceAll(`{${value}}`, '-'), url)
  return !/[{}]|%(?![\da-f]{2})/i.test(known) && URL.canParse(known)
}

const EXAMPLE = 'https://host/path?q={callerNum}'

const page = z.strictObject({
  name: word,
  /** http or https, with `{callerNum}` and the others wherever a value is to stand. */
  url: z
    .string()
    .max(2_000)
    .regex(/^https?:\/\/[^\s{}/?#@\\]+(?:[/?#][^\s\\]*)?$/, EXAMPLE)
    .refine(isTemplate, `${EXAMPLE}: ${popValues.map((value) => `{${value}}`).join(' | ')}`),
  method: z.enum(['GET', 'POST'], 'GET | POST').default('GET'),
  /** A page is opened once for each call or chat, at the first of these moments that comes. */
  when: z
    .array(z.enum(popMoments, popMoments.join(' | ')))
    .min(1, popMoments.join(' | '))
    .readonly()
    .default(['ringing']),
  /**
   * Which values are sent and how this page calls them; those that a call does not have are left out. Without it those
   * of main/pop/usual-parameters.ts, unless the address has values in it already: then none.
   */
  parameters,
  /** Only for these; what is absent is no limit. */
  for: z
    .strictObject({
      /** Names or ids. */
      queues: z.array(word).min(1, '…').max(200, '≤ 200').readonly().exactOptional(),
      media: z
        .array(z.enum(['audio', 'video', 'chat'], 'audio | video | chat'))
        .min(1, 'audio | video | chat')
        .readonly()
        .exactOptional(),
      /** The customer's. */
      numbers: z.array(numbers).min(1, '+86755*').max(200, '≤ 200').readonly().exactOptional(),
    })
    .default({}),
  open: z.enum(['embedded', 'browser', 'both'], 'embedded | browser | both').default('embedded'),
  /** Its cookies and storage stay on the disk, so that a CRM's own sign-in lasts. */
  keepsSignIn: z.boolean().default(false),
  /** What it may ask the agent for. */
  permissions: z
    .array(
      z.enum(
        ['notifications', 'geolocation', 'clipboard-read', 'full-screen'],
        'notifications | geolocation | clipboard-read | full-screen',
      ),
    )
    .readonly()
    .default([]),
  /** Where it may go; absent: wherever http and https lead. */
  hosts: z.array(hosts).min(1, 'host | *.host').max(50, '≤ 50').readonly().exactOptional(),
  /** It may sound while a call is up. */
  sounds: z.boolean().default(false),
  /** What becomes of a number that it wants to be dialled: dialled at once after the agent's own click in it, or always asked about. */
  dial: z.enum(['no', 'ask', 'click'], 'no | ask | click').default('click'),
  /** Numbers in its text can be clicked. */
  dialableNumbers: z.boolean().default(false),
  /** Its `AICCSupport.js` is answered by Earshot's own (spec/media-and-services.md 5.3). */
  servesSupportScript: z.boolean().default(false),
  ca: ca.exactOptional(),
})

/** The site's pages beside a call (spec/media-and-services.md 5). */
export const pagesShape = z
  .array(page)
  .max(20, '≤ 20')
  .refine((all) => new Set(all.map(({ name }) => name)).size === all.length, 'name: …, …')
  .refine((all) => all.every(({ method, open }) => method === 'GET' || open === 'embedded'), 'POST: embedded')
  .readonly()
  .default([])

export type ConfiguredPage = z.output<typeof page>
