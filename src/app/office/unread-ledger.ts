import type { AssessmentId } from '../../core/kernel/identifiers.ts'
import type { ChainRefusal } from '../../core/ledger/chain-refusals.ts'
import { storeFault } from '../ports/store-fault.ts'

/** Why a ledger is not read on: what a newer version wrote is whole, and nobody should bring back a backup for it. */
export function unreadLedger(assessmentId: AssessmentId, { code, message }: ChainRefusal) {
  const ledger = `考核 ${assessmentId} 的台账`
  return code === 'event-unknown'
    ? storeFault('ledger-newer', ledger, message)
    : storeFault('store-corrupted', ledger, message)
}
