import type { Proposal } from '../../src/core/ledger/decide.ts'

/** A command put to a state. A `model` has lawful particulars: where it is refused, the state does not allow it. */
export interface Attempt {
  readonly command: Proposal
  readonly isModel: boolean
}

export function models(...commands: readonly Proposal[]): Attempt[] {
  return commands.map((command) => ({ command, isModel: true }))
}

export function faulty(...commands: readonly Proposal[]): Attempt[] {
  return commands.map((command) => ({ command, isModel: false }))
}
