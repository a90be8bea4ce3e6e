import type {
  CommandResult,
  ConsultInput,
  DeclineMode,
  DialInput,
  InsideInput,
  TransferTarget,
  VideoLayout,
} from '#contract'
import type { OtherCall, PresentCall } from '../event.ts'

/** Accepted, with the platform's id for the new call where it gave one. */
export type NamedResult = CommandResult & { readonly gatewayId?: string }

/** spec/ccgateway.md 8.3; `mode` is the platform's number. */
export interface TransferOrder {
  readonly to: TransferTarget
  readonly mode: number
  readonly caller?: string
  readonly holdCustomer?: boolean
  readonly associatedData?: string
}

export type RecordAction = 'start' | 'stop' | 'pause' | 'resume'

/** What the calls ask of the gateway; every answer is whether the platform accepted it, not that it has happened. */
export interface CallGateway {
  answer(gatewayId: string): Promise<CommandResult>
  decline(gatewayId: string, mode: DeclineMode): Promise<CommandResult>
  mute(muted: boolean): Promise<CommandResult>
  /** The current call, or one of several. */
  hangUp(gatewayId: string | undefined, byId: boolean): Promise<CommandResult>
  hold(): Promise<CommandResult>
  retrieve(gatewayId: string): Promise<CommandResult>
  /** The held call and the one that talks change places. */
  swap(heldGatewayId: string): Promise<CommandResult>
  keys(keys: string): Promise<CommandResult>
  transfer(order: TransferOrder): Promise<CommandResult>
  takeBack(): Promise<CommandResult>
  consult(input: Omit<ConsultInput, 'callId'>): Promise<NamedResult>
  conference(heldGatewayId: string): Promise<CommandResult>
  dropParty(number: string): Promise<CommandResult>
  /** A voice call becomes a video call, and back (spec/ccgateway.md 12). */
  switchVideo(on: boolean): Promise<CommandResult>
  layout(layout: VideoLayout): Promise<CommandResult>
  record(action: RecordAction): Promise<CommandResult>
  associatedData(gatewayId: string): Promise<string | null>
  setAssociatedData(gatewayId: string, text: string): Promise<CommandResult>
  dial(input: DialInput): Promise<NamedResult>
  callInside(input: InsideInput): Promise<NamedResult>
  pickUp(workNumber: string): Promise<CommandResult>
  /** Every call the gateway has for this agent, held ones too; null when nobody answered. */
  callIds(): Promise<readonly string[] | null>
  /** Those of them that are held; null when nobody answered. */
  heldIds(): Promise<readonly string[] | null>
  /** One of several, by its id; null when the gateway has none, or not a voice call. */
  details(gatewayId: string): Promise<OtherCall | null>
  /** Everybody in the current call besides the agent; null when nobody answered. */
  remoteNumbers(): Promise<readonly string[] | null>
  /** What is true now; null when nobody answered. */
  present(): Promise<{ readonly call: PresentCall | null; readonly talking: boolean } | null>
}
