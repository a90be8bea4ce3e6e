import { z } from 'zod'
import { agentEnds } from '../life/leave.ts'
import { done, type Fabric, type FabricReply, type FabricRequest, failed } from './fabric.ts'

const wanted = z.looseObject({ emailId: z.string().min(1) })

export const dropMailPath = '/apiaccess/rest/ccmessaging/v1/emailchannel/dropMail'

/**
 * spec/media-and-services.md 2.7. That `emailId` is the e-mail's message id, and that its conversation is then over for
 * the agent who has it, is inferred.
 */
export function dropMail({ gateway }: Fabric, { body }: FabricRequest): FabricReply {
  const parsed = wanted.safeParse(body)
  if (!parsed.success) return failed('parameter error')
  const { platform } = gateway
  const holds = (id: string, mediaType: string) => id === parsed.data.emailId && mediaType === 'EMAIL'
  const chat = [...platform.chats.live].find(({ transcript }) =>
    transcript.some(({ id, mediaType }) => holds(id, mediaType)),
  )
  const share = chat?.shares.find(({ state }) => state === 'talking')
  if (!share) return failed('no such e-mail')
  agentEnds(platform, share)
  return done()
}
