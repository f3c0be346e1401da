import type { AccessStage } from '../accessStage.js'
import type { Call } from '../calls.js'

/** An operation of the table: what it is about, how each road takes it, and what an answer to it holds. */
export type Operation = {
  call: (args: { id: number; stage: AccessStage }) => Call
  /** `hidden` answers what was never published, `open` nothing of that, `write` changes the record. */
  effect: 'hidden' | 'open' | 'write'
  /** True where roles are asked for also of those who override access. */
  isHeldByHooks?: boolean
  /**
   * Makes the document that it is about; made anew once a call has changed anything.
   * @default the one that holds the secret
   */
  subject?: (stage: AccessStage) => Promise<number>
}

/** Operations by their names in the table. */
export type Operations = Record<string, Operation>
