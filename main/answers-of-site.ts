import { join } from 'node:path'
import type { EmailsRequests } from '#contract'
import { createDrafts, type DraftsPart, type Sealed } from './chats/drafts/drafts.ts'
import { createEmails, type DropSite } from './chats/email/drop-email.ts'
import { createAsk } from './chats/files/store/ask.ts'
import { ownFileOf } from './chats/replies/own-file.ts'
import { createReplies, type RepliesPart } from './chats/replies/replies.ts'
import { secureContextFor } from './gateway/transport/trust.ts'
import type { GatewayOfSite } from './gateway-of-site.ts'
import type { Given } from './parts.ts'
import { type Profiles, summaryOf } from './profile/profiles.ts'
import type { Vault } from './vault/vault.ts'

export interface AnswersOfSite {
  readonly drafts: DraftsPart
  readonly emails: { readonly requests: EmailsRequests }
  readonly replies: RepliesPart
}

/** What helps an agent to answer at this site: canned replies, and what they have begun to write. */
export function createAnswersOfSite(
  { profiles, tell, vault, directoryGround, log }: Given,
  gateway: Pick<GatewayOfSite, 'guid' | 'quickReplies'>,
): AnswersOfSite {
  const folder = join(directoryGround.userData, 'replies')
  return {
    drafts: createDrafts({ sealed: (workNumber) => sealedIn(vault, `${hostOf(profiles)} ${workNumber} drafts`), log }),
    emails: createEmails({ site: () => dropSiteOf(profiles, log), guid: gateway.guid }),
    replies: createReplies({
      onState: (state) => tell.desk('replies.changed', state),
      ofSite: () => {
        const replies = profiles.current().profile?.chat?.replies ?? []
        return typeof replies === 'string' ? [] : replies
      },
      ofGateway: async () => (profiles.current().profile?.chat ? gateway.quickReplies() : []),
      fileOf: (workNumber) => ownFileOf(folder, hostOf(profiles), workNumber, log),
      log,
    }),
  }
}

/** An e-mail is dropped now and then: its connection is made for it, and its certificates are read for it. */
function dropSiteOf(profiles: Profiles, log: Given['log']): DropSite | null {
  const site = profiles.current().profile?.chat?.mediaCache
  return site ? { ...site, ask: createAsk(secureContextFor(site.ca), log) } : null
}

function hostOf(profiles: Profiles): string {
  const { profile } = profiles.current()
  return profile ? summaryOf(profile).host : 'no site'
}

function sealedIn(vault: Vault, name: string): Sealed {
  return {
    keep: async (text) => (await vault.keep(name, text)).ok,
    read: async () => {
      const read = vault.has(name) ? await vault.read(name) : null
      return read?.ok ? read.secret : null
    },
    forget: () => {
      if (vault.has(name)) vault.forget(name)
    },
  }
}
