import type { ClauseId } from '../../core/kernel/identifiers.ts'
import type { ChainHead } from '../../core/ledger/chain.ts'
import { caseNumber, numbered } from '../../core/ledger/case-number.ts'
import type { LedgerEvent, Terms } from '../../core/ledger/ledger-event.ts'
import type { Clause } from '../../core/rubric/clause.ts'
import { findClause } from '../../core/rubric/find-clause.ts'
import type { Rubric } from '../../core/rubric/rubric.ts'
import type { DocumentProof } from '../../core/document/document-proof.ts'
import type { ShortCode } from '../../core/scoring/verification-code.ts'
import type { FindingHistory } from '../reading/read-finding.ts'
import type { ShownEvidence } from './evidence-blocks.ts'
import type { LetterFields } from './letter-fields.ts'

/** What a letter to a center about one finding is made of: of one moment, where the ledger stood at `head`. */
export interface FindingFacts {
  readonly fields: LetterFields
  readonly told: FindingHistory
  readonly rubric: Rubric
  readonly notice: string
  readonly districtName: string
  readonly terms: Terms | null
  readonly head: ChainHead
  /** Of the center's sheet at `head`; null where it has none. */
  readonly code: ShortCode | null
  /** The files of the events that the letter is about. */
  readonly evidence: readonly ShownEvidence[]
}

type EventOf<Type extends LedgerEvent['type']> = Extract<LedgerEvent, { readonly type: Type }>

/** The events of these kinds, oldest first. */
export function eventsOf<const Type extends LedgerEvent['type']>(
  { told }: Pick<FindingFacts, 'told'>,
  ...types: readonly Type[]
): readonly EventOf<Type>[] {
  return told.history.filter((event): event is EventOf<Type> => (types as readonly string[]).includes(event.type))
}

/** 第123号. */
export function numberOf({ told }: Pick<FindingFacts, 'told'>): string {
  return numbered(caseNumber(told.finding))
}

/** What the center was told of. */
export function allegedClause({ told, rubric }: Pick<FindingFacts, 'told' | 'rubric'>): Clause {
  return clauseOf(rubric, told.finding.clauseId)
}

/** As decided, and as alleged until then. */
export function standingClause({ told, rubric }: Pick<FindingFacts, 'told' | 'rubric'>): Clause {
  return clauseOf(rubric, told.finding.decision?.clauseId ?? told.finding.clauseId)
}

/** The ledger takes no finding under a clause that its rubric does not have. */
function clauseOf(rubric: Rubric, clauseId: ClauseId): Clause {
  const clause = findClause(rubric, clauseId)
  if (clause === null) throw new Error(`the rubric has no clause ${clauseId}`)
  return clause
}

/** What a letter says of itself: where the ledger stood, by which code that can be looked up, and what it lists. */
export function proofOf({ head, code }: FindingFacts, listed: readonly string[]): Omit<DocumentProof, 'counts'> {
  return {
    code,
    ledger: { seq: head.seq, head: head.digest },
    totals: [],
    sentences: [
      ledgerSentence(head),
      ...(code === null ? [] : ['核验码是你中心得分表在该时点的核验码，可凭此核对台账以后有无改动。']),
      ...listed,
    ],
  }
}

/** Where the ledger stood: whoever holds it can find the letter's moment again. */
export function ledgerSentence({ seq, digest }: ChainHead): string {
  return `依据考核台账第1至${seq}条制作，台账末端摘要${digest}。`
}
