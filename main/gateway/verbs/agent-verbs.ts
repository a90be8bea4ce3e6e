import type { AgentStateName, CommandResult, GoTo, Reason, SignInFailure, Skill } from '#contract'
import type { Gateway, GatewaySignIn, Operation, SignedIn } from '../gateway.ts'
import { cancelBusy, cancelRest, rest, restReasons, sayBusy, sayFree, work } from '../operations/agent-state.ts'
import { agentSkills, autoAnswer, autoEnterIdle, changePassword, resetSkill } from '../operations/session.ts'
import { signInFailure } from '../sign-in-failure.ts'
import { commandResult, failed } from './command-result.ts'

type SignInAnswer =
  | ({ readonly ok: true } & SignedIn)
  | { readonly ok: false; readonly reason: SignInFailure; readonly retcode?: string }

type SkillsAnswer =
  | { readonly ok: true; readonly skills: readonly Skill[] }
  | Extract<CommandResult, { readonly ok: false }>

/** What the agent does at the gateway, in the words of the windows. */
export function agentVerbs(gateway: Gateway) {
  return {
    async signIn(input: Omit<GatewaySignIn, 'status'>, force: boolean): Promise<SignInAnswer> {
      // Busy first: idle only once the line can take a call.
      const result = await gateway.signIn({ ...input, status: 3 }, force)
      if (result.ok) return { ok: true, ...result.value }
      const { failure } = result
      const retcode = failure.kind === 'refused' ? { retcode: failure.retcode } : {}
      return { ok: false, reason: signInFailure(failure), ...retcode }
    },
    signOut: async (force: boolean): Promise<CommandResult> => commandResult(await gateway.signOut(force)),
    drop: () => gateway.close(),
    goTo: async (to: GoTo, from: AgentStateName): Promise<CommandResult> =>
      commandResult(await gateway.run(stateOperation(to, from))),
    /** That these take back what has not begun is inferred from their names (spec/ccgateway.md 6). */
    withdraw: async (state: 'busy' | 'rest'): Promise<CommandResult> =>
      commandResult(await gateway.run(state === 'busy' ? cancelBusy() : cancelRest())),
    setSkills: async (ids: readonly number[]): Promise<SkillsAnswer> => {
      const taken = await gateway.run(resetSkill(ids))
      const skills = taken.ok ? await gateway.run(agentSkills()) : taken
      return skills.ok ? { ok: true, skills: skills.value } : failed(skills.failure)
    },
    setAutoAnswer: async (on: boolean): Promise<CommandResult> => commandResult(await gateway.run(autoAnswer(on))),
    setAutoIdle: async (on: boolean): Promise<CommandResult> => commandResult(await gateway.run(autoEnterIdle(on))),
    restReasons: async (): Promise<Reason[]> => {
      const listed = await gateway.run(restReasons())
      return listed.ok ? listed.value.map(({ id, name }) => ({ number: id, name: { en: name, 'zh-CN': name } })) : []
    },
    changePassword: async (old: string, next: string): Promise<CommandResult> =>
      commandResult(await gateway.run(changePassword(old, next))),
  }
}

/** spec/ccgateway.md chapter 6: the reason for being busy, or a rest, is only changed with `prolong`. */
function stateOperation(to: GoTo, from: AgentStateName): Operation<void> {
  switch (to.state) {
    case 'idle':
      return sayFree()
    case 'busy':
      return sayBusy(to.reason, from === 'busy')
    case 'rest':
      return rest(to.seconds, to.reason, from === 'rest')
    case 'wrap-up':
      return work()
  }
}
