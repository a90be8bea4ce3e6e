import type {
  AgentState,
  Call,
  Calls,
  ChatSite,
  Day,
  DeskState,
  Doors,
  Line,
  Pop,
  Settings,
  SignedInAgent,
  Team,
} from '#contract'

export interface Look {
  readonly language: string
  readonly theme: string
}

const minute = 60_000

export const ago = (ms: number) => Date.now() - ms

export function agentIn(state: Partial<AgentState> & Pick<AgentState, 'name'>): SignedInAgent {
  return {
    status: 'signed-in',
    workNumber: '6002',
    phone: 'softphone',
    softphoneNumber: '67470002',
    state: { since: ago(4 * minute + 12_000), ...state },
    gateway: { status: 'connected' },
    skills: [
      { id: 1, name: 'Billing 账单' },
      { id: 2, name: 'Cards 信用卡' },
    ],
    signedInSkills: [1, 2],
    autoAnswer: false,
    autoIdle: false,
    reasons: { busy: [], rest: [] },
    passwordDaysLeft: 30,
  }
}

export function callOf(call: Partial<Call>): Call {
  const number = call.number ?? '13800138000'
  return {
    id: 'c1',
    direction: 'incoming',
    number,
    queue: 'Billing 账单',
    part: 'main',
    parties: [{ number, kind: 'customer', state: 'talking' }],
    phase: { name: 'ringing', since: ago(6_000) },
    startedAt: ago(8_000),
    verbs: ['answer', 'decline'],
    ...call,
  }
}

export const missed: Calls['missed'] = [
  {
    id: 'm1',
    number: '+8613912345678',
    queue: 'Cards 信用卡',
    at: ago(2 * minute),
    reason: 'not-answered',
    seen: false,
  },
  {
    id: 'm2',
    number: '075528780808',
    name: 'Wang Fang 王芳',
    queue: 'Billing 账单',
    at: ago(41 * minute),
    reason: 'customer-gave-up',
    seen: false,
  },
  { id: 'm3', number: '6073', at: ago(26 * 60 * minute), reason: 'customer-gave-up', seen: true },
]

export const wellLine: Line = {
  registration: { status: 'registered', server: 'wss://sip.example.com/ws', since: ago(60 * minute) },
  microphone: { status: 'ready', label: 'Jabra Evolve2 40' },
  devices: {
    microphones: [
      { id: 'a', groupId: 'g1', label: 'Jabra Evolve2 40' },
      { id: 'b', groupId: 'g2', label: 'Built-in Microphone' },
    ],
    speakers: [
      { id: 'c', groupId: 'g1', label: 'Jabra Evolve2 40' },
      { id: 'd', groupId: 'g2', label: 'Built-in Speakers' },
    ],
  },
  camera: { status: 'closed', label: 'Logitech BRIO' },
  cameras: [
    { id: 'e', groupId: 'g3', label: 'Logitech BRIO' },
    { id: 'f', groupId: 'g2', label: 'Built-in Camera' },
  ],
  ring: 'silent',
  phoneWindow: 'up',
}

const noPop: Pop = {
  pages: [],
  tabs: [],
  shown: null,
  place: 'desk',
  questions: [],
  downloads: [],
  refusals: [],
}

const settings: Settings = {
  language: null,
  theme: 'system',
  barMode: false,
  goIdleAfterSignIn: true,
  autoAnswer: null,
  autoIdle: null,
  devices: {
    microphone: { groupId: 'g1', label: 'Jabra Evolve2 40' },
    speaker: null,
    ringer: null,
    camera: null,
    ringVolume: 0.7,
    speakerVolume: 0.8,
  },
  chat: { ringVolume: 0.6, messageSound: 'always', notifyMessages: true, notifyText: false, autoAnswer: null },
  pop: { width: null },
  hotkeys: { answer: 'Control+Alt+A', hangUp: 'Control+Alt+H', mute: 'Control+Alt+M', dial: null },
}

/** A morning's work. */
export function dayOf(day: Partial<Day> = {}): Day {
  const states = {
    idle: 62 * minute,
    busy: 8 * minute,
    rest: 15 * minute,
    'wrap-up': 21 * minute,
    talking: 96 * minute,
  }
  return {
    date: '2026-11-22',
    firstSignInAt: ago(203 * minute),
    calls: 27,
    missed: 1,
    talkMs: 94 * minute,
    talkingSince: null,
    states,
    current: { state: 'idle', since: ago(4 * minute + 12_000) },
    ...day,
  }
}

export const chatSite: ChatSite = {
  available: false,
  limit: 5,
  textBytes: 3_400,
  firstAnswerSeconds: { warn: 30, late: 60 },
  replySeconds: { warn: 60, late: 120 },
  survey: false,
  categories: [],
  sensitiveWords: [],
  files: { maxBytes: 10_485_760, endings: ['jpg', 'png', 'pdf', 'txt'] },
  contentDays: 0,
  typing: true,
}

const quietTeam: Team = {
  rights: { inspect: false, monitor: false, pickUp: true, callOut: true },
  inspection: null,
  listenedTo: null,
  messages: [],
  seen: [],
}

/** A whole desk state: signed in, idle and well, but for what is given. */
const noDoors: Doors = {
  wish: null,
  refused: null,
  trusted: [],
  schemes: { tel: 'earshot', sip: 'other', callto: 'other', earshot: 'earshot' },
  local: { wanted: 'off', port: null, failed: false, programs: [] },
  openEye: 'off',
}

export function deskState(look: Look, news: Partial<DeskState> = {}): DeskState {
  const language = look.language === 'en' ? 'en' : 'zh-CN'
  return {
    agent: agentIn({ name: 'idle' }),
    calls: { list: [], missed: [] },
    chats: { site: chatSite, list: [] },
    uploads: [],
    voiceMessage: { status: 'off' },
    replies: { revision: 0 },
    day: dayOf(),
    directory: { revision: 1, freshness: { status: 'none' }, contacts: 0 },
    doors: noDoors,
    history: { revision: 0, days: 30 },
    team: quietTeam,
    line: wellLine,
    pop: noPop,
    profile: {
      current: { name: 'Demo site 演示站点', country: 'CN', gateway: true, video: true, host: 'cc.example.com:8043' },
      problems: [],
      file: '/etc/earshot/profile.json',
      remembered: {
        workNumber: '',
        softphoneNumber: '',
        phone: 'softphone',
        otherNumber: '',
        passwords: false,
        gatewayPassword: false,
      },
      vaultRefusal: null,
    },
    desktop: {
      hotkeys: { answer: 'proved', hangUp: 'unproved', mute: 'unproved', dial: 'off' },
      tryingHotkey: null,
      failedAlerts: [],
      askingToQuit: false,
      language,
      version: '0.1.0',
    },
    notices: [],
    ...news,
    settings: { ...settings, ...news.settings, language, theme: look.theme === 'dark' ? 'dark' : 'light' },
  }
}
