import { createDeskPhone, type DeskPhoneLine, type DeskPhoneOptions } from '../customers/desk-phone.ts'
import type { Gateway } from '../gateway/gateway.ts'
import type { Telephone } from '../platform/model.ts'
import type { Colleague, ColleagueOptions } from './colleague.ts'
import { openColleague } from './open-colleague.ts'

/** The voice of a colleague when a test does not choose one. */
const defaultTone = 660

/** The agents' phones that are no softphones. */
export function createDeskPhones() {
  const phones = new Map<string, DeskPhoneLine>()
  return {
    add: (options: DeskPhoneOptions): DeskPhoneLine => {
      phones.get(options.number)?.stop()
      const phone = createDeskPhone(options)
      phones.set(options.number, phone)
      return phone
    },
    line: (number: string): Telephone | null => phones.get(number) ?? null,
    all: () => [...phones.values()],
    stop: () => {
      for (const phone of phones.values()) phone.stop()
    },
  }
}

export type DeskPhones = ReturnType<typeof createDeskPhones>

export function createColleagues(gateway: Gateway, phones: DeskPhones) {
  const colleagues = new Map<string, Colleague>()
  return {
    all: () => [...colleagues.values()],
    open: async (workNumber: string, options: ColleagueOptions = {}): Promise<Colleague> => {
      const agent = gateway.platform.agents.get(workNumber)
      if (!agent) throw new Error(`No agent has the work number ${workNumber}`)
      const phone = phones.add({ number: `7${workNumber}`, tone: options.tone ?? defaultTone })
      const colleague = await openColleague(gateway, agent, phone, options)
      colleagues.set(workNumber, colleague)
      return colleague
    },
  }
}
