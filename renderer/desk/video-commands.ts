import type { Call } from '#contract'
import { isSeen } from './calls/video/video-desk.svelte.ts'
import { named } from './keys/named.ts'
import { type Command, numberToCall } from './keys/palette.ts'
import { m } from './messages/compiled/messages.js'
import { inBoth } from './messages/in-both.ts'
import type { Parts } from './parts.svelte.ts'
import { writtenNumber } from './ui/number/phone-number.ts'

/** What can be done with the pictures of the call in the bar at this moment. */
export function videoCommands(parts: Parts, text: string): readonly Command[] {
  const { call } = parts.screen
  if (!call) return dialWith(parts, text)
  return [
    ...dialWith(parts, text),
    ...answerWith(parts, call),
    ...ofVerbs(parts, call),
    ...layouts(parts, call),
    ...ofView(parts, call),
  ]
}

function dialWith({ dialling }: Parts, text: string): readonly Command[] {
  const typed = dialling.mayVideo && dialling.mayCallOut ? numberToCall(text) : null
  if (typed === null) return []
  const title = m.video_call_number({ number: writtenNumber(typed) })
  const words = `${text} ${inBoth((options) => m.video_call_number({ number: typed }, options))}`
  return [{ id: 'call-number-video', title, words, onlyFound: true, run: () => dialling.dial(typed, true) }]
}

function answerWith({ verbs }: Parts, call: Call): readonly Command[] {
  if (!call.verbs.includes('answer') || !call.video?.askedByFarSide) return []
  const run = () => verbs.answer(call, true)
  return [named(m.video_answer_full, { id: 'answer-video', key: 'answer-video', run })]
}

function ofVerbs({ verbs, video }: Parts, call: Call): readonly Command[] {
  const all = [
    ['start-video', named(m.video_start, { id: 'start-video', key: 'video', run: () => verbs.video(call, true) })],
    ['stop-video', named(m.video_stop, { id: 'stop-video', key: 'video', run: () => verbs.video(call, false) })],
    ['share-screen', named(m.video_share, { id: 'share-screen', key: 'share', run: () => video.share(call) })],
    [
      'stop-sharing',
      named(m.video_share_stop, { id: 'stop-sharing', key: 'share', run: () => verbs.stopSharing(call) }),
    ],
  ] as const
  return all.filter(([verb]) => call.verbs.includes(verb)).map(([, command]) => command)
}

function layouts({ verbs }: Parts, call: Call): readonly Command[] {
  if (!call.verbs.includes('set-layout')) return []
  const words = {
    equal: m.video_layout_equal,
    customer: m.video_layout_customer,
    agent: m.video_layout_agent,
    'third-party': m.video_layout_third,
  }
  return (['equal', 'customer', 'agent', 'third-party'] as const).map((layout) => ({
    id: `layout-${layout}`,
    title: m.video_layout_to({ who: words[layout]() }),
    words: inBoth((options) => m.video_layout_to({ who: words[layout]({}, options) }, options)),
    run: () => verbs.layOut(call, layout),
  }))
}

function ofView({ video }: Parts, call: Call): readonly Command[] {
  if (!isSeen(call)) return []
  const size = named(video.large ? m.video_small : m.video_large, {
    id: 'video-large',
    key: 'video-large',
    run: () => {
      video.large = !video.large
    },
  })
  if (call.video?.sending === 'off') return [size]
  const self = named(video.selfHidden ? m.video_self_show : m.video_self_hide, {
    id: 'video-self',
    run: () => {
      video.selfHidden = !video.selfHidden
    },
  })
  return [size, self]
}
