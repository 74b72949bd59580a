import type { Digester } from '../../app/ports/digester.ts'
import { genesisOf, type ChainHead, type Digest, type LedgerHeader } from '../../core/ledger/chain.ts'
import { corruption } from '../sql/corruption.ts'

/** A head with events must be the last one's: a damaged one would answer `moved` for ever. */
export function headOfLast(head: ChainHead, last: Digest | null): ChainHead {
  return last === head.digest ? head : missingHead()
}

/** Null where there is no such assessment. The head of one without events is its genesis. */
export function headOfNone(head: ChainHead | null, header: LedgerHeader | null, digester: Digester): ChainHead | null {
  if (header === null) return null
  const genesis = genesisOf(header, digester(header.algorithm))
  return head?.digest === genesis.digest ? head : missingHead()
}

export function missingHead(): never {
  throw corruption('末条的记录与台账不符')
}
