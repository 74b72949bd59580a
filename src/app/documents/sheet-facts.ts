import { clauseName } from '../../core/rubric/clause-name.ts'
import type { AssessmentState, Bonus, Finding } from '../../core/ledger/assessment-state.ts'
import { caseNumber } from '../../core/ledger/case-number.ts'
import type { ClauseId } from '../../core/kernel/identifiers.ts'
import type { PlainDate } from '../../core/kernel/plain-date.ts'
import type { PrintedColumns } from '../../core/notice/layout/printed-columns.ts'
import type { Rubric } from '../../core/rubric/rubric.ts'
import type { Clocks, ScoreLine, ScoreSheet } from '../../core/scoring/score-sheet.ts'
import type { ScoringPlan } from '../../core/scoring/scoring-plan.ts'
import type { VerificationCode } from '../../core/scoring/verification-code.ts'
import type { ExplainedSheet } from '../reading/explained-sheet.ts'

/** What all sheets of one assessment share, as of one moment of its ledger. */
export interface AssessmentFacts {
  readonly rubric: Rubric
  readonly plan: ScoringPlan
  readonly printed: PrintedColumns
  /** As it was known by the clocks. */
  readonly state: AssessmentState
  /** Null: as it stands on `madeOn`. */
  readonly clocks: Clocks | null
  readonly madeOn: PlainDate
  /** 定稿 of the assessment; null while it is open. */
  readonly sealedOn: PlainDate | null
  /** How each clause is checked, where the office has said it; empty where nothing is known. */
  readonly methods: ReadonlyMap<ClauseId, string>
  /** Where the ledger stood. */
  readonly ledger: { readonly seq: number; readonly head: string } | null
}

/** One center's sheet, with all that is said of it. */
export interface SheetFacts extends AssessmentFacts {
  readonly sheet: ScoreSheet
  readonly explained: ExplainedSheet
  readonly verification: VerificationCode | null
  /** Whether this very sheet is the one that was sealed; null while nothing is. */
  readonly isSealed: boolean | null
  /** Clauses that nobody has looked at; empty where that is not known. */
  readonly unchecked: ReadonlySet<ClauseId>
}

/** What a line is about: a finding or a bonus, by its number. */
export interface SheetCase {
  readonly number: number
  readonly occurredOn: PlainDate
  readonly finding: Finding | null
  readonly bonus: Bonus | null
}

/** Null for what is about the whole period. */
export function caseOf({ state }: Pick<AssessmentFacts, 'state'>, { subject }: ScoreLine): SheetCase | null {
  switch (subject.kind) {
    case 'finding': {
      const finding = state.findings.get(subject.findingId)
      if (finding === undefined) return null
      const occurredOn = finding.decision?.occurredOn ?? finding.occurredOn
      return { number: caseNumber(finding), occurredOn, finding, bonus: null }
    }
    case 'bonus': {
      const bonus = state.bonuses.get(subject.bonusId)
      if (bonus === undefined) return null
      return { number: caseNumber(bonus), occurredOn: bonus.occurredOn, finding: null, bonus }
    }
    case 'period':
      return null
  }
}

export function clauseRefOf({ rubric }: Pick<AssessmentFacts, 'rubric'>, clauseId: ClauseId): string {
  return clauseName(rubric, clauseId)
}
