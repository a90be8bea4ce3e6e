import type { CommandResult, Force, InspectionKind } from '#contract'

/** The part of the gateway that concerns the team. */
export interface TeamGateway {
  /** Null: not answered. */
  right(name: 'iscensor' | 'ismonitor' | 'ispickup' | 'iscallout'): Promise<boolean | null>
  inspect(workNumber: string, kind: 'listen' | 'barge'): Promise<CommandResult>
  turnTo(workNumber: string, from: InspectionKind, to: InspectionKind): Promise<CommandResult>
  takeOver(workNumber: string): Promise<CommandResult>
  stop(workNumber: string, kind: InspectionKind): Promise<CommandResult>
  release(callId: string): Promise<CommandResult>
  force(workNumber: string, to: Force): Promise<CommandResult>
  monitored(): Promise<readonly string[]>
  beginMonitor(workNumbers: readonly string[]): Promise<CommandResult>
  endMonitor(workNumbers: readonly string[]): Promise<CommandResult>
  sendNote(to: readonly string[], text: string): Promise<CommandResult>
  publish(to: 'group' | 'queue', name: string, text: string): Promise<CommandResult>
}
