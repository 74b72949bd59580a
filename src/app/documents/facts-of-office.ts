import type { CenterId, ClauseId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import { dayOf } from '../../core/kernel/timestamp.ts'
import type { ChainHead } from '../../core/ledger/chain.ts'
import { interpretationsIn } from '../../core/ledger/interpretations-in.ts'
import { printedColumns } from '../../core/notice/layout/printed-columns.ts'
import { answersAsOf, happenedBy } from '../../core/scoring/as-of.ts'
import { scoreCenter } from '../../core/scoring/score-center.ts'
import { factsIn } from '../../core/scoring/score.ts'
import type { Clocks, ScoreSheet } from '../../core/scoring/score-sheet.ts'
import { compilePlan } from '../../core/scoring/scoring-plan.ts'
import { verificationCode } from '../../core/scoring/verification-code.ts'
import type { LiveAssessment } from '../office/live-assessment.ts'
import { stateOn } from '../office/past-state.ts'
import type { Actor } from '../people/actor.ts'
import { explainedSheet } from '../reading/explained-sheet.ts'
import type { AtDesk } from '../records/desk-refusals.ts'
import { detectionsInForce, readable } from '../records/detections-in-force.ts'
import type { RecordsDesk } from '../records/records-desk.ts'
import { checkMethods } from './check-methods.ts'
import type { AssessmentFacts, SheetFacts } from './sheet-facts.ts'

/** What documents about scores ask: the office, and what is known of how each clause is checked. */
export type ScoresDesk = Pick<RecordsDesk, 'detections' | 'office' | 'jobs'>

/** An assessment at one moment, whole: nothing of it changes while a document is made of it. */
export interface OfficeFacts {
  readonly common: AssessmentFacts
  readonly sheetOf: (centerId: CenterId) => ScoreSheet | null
  readonly sheets: () => readonly ScoreSheet[]
  readonly factsOf: (sheet: ScoreSheet, unchecked: ReadonlySet<ClauseId>) => SheetFacts
}

/** As it stands, or as it was (`clocks`). */
export async function factsOfOffice(
  desk: ScoresDesk,
  { tenantId }: Pick<Actor, 'tenantId'>,
  live: LiveAssessment,
  clocks: Clocks | null,
): Promise<AtDesk<OfficeFacts>> {
  const { rubric, notice } = live.adopted
  const inForce = await detectionsInForce(desk, tenantId, live, clocks?.knownBy ?? null)
  if (!inForce.ok) return inForce
  const declared = await desk.detections.declared(tenantId, rubric.id)
  if (!declared.ok) return declared
  const past = clocks === null ? null : await stateOn(desk.office, live, clocks.knownBy)
  if (past?.ok === false) return past
  // From here on nothing waits: the live state goes on changing.
  const head: ChainHead = past?.value.head ?? live.head
  const known = past?.value.state ?? live.state
  const state = clocks === null ? { ...known } : happenedBy(known, clocks.occurredBy)
  const answered = live.told.answered.filter(({ seq }) => seq <= head.seq)
  const plan =
    clocks === null ? live.scores.plan() : compilePlan(rubric, answersAsOf(interpretationsIn(answered), clocks.knownBy))
  const sealedAt = live.told.sealed?.at ?? null
  const common: AssessmentFacts = {
    rubric,
    plan,
    printed: printedColumns(notice),
    state,
    clocks,
    madeOn: dayOf(desk.office.clock.now()),
    sealedOn: sealedAt === null ? null : dayOf(sealedAt),
    methods: checkMethods(rubric, readable(inForce.value), declared.value?.feeds ?? []),
    ledger: { seq: head.seq, head: head.digest },
  }
  const centers = clocks === null ? [] : factsIn(state)
  const { seal } = live.state
  const { periodTo } = live.state
  return accepted({
    common,
    sheetOf: (centerId) => {
      if (clocks === null) return live.scores.sheet(centerId)
      const facts = centers.find((one) => one.centerId === centerId)
      return facts === undefined ? null : scoreCenter(plan, facts)
    },
    sheets: () => (clocks === null ? live.scores.sheets() : centers.map((facts) => scoreCenter(plan, facts))),
    factsOf: (sheet, unchecked) => {
      const explained = explainedSheet(rubric, live.digestOf, sheet)
      const sealed = seal?.sheets.find(({ centerId }) => centerId === sheet.centerId)
      // No place of the ledger has a sheet that leaves out what had happened since a day of the period.
      const isWhole = clocks === null || (periodTo !== null && clocks.occurredBy >= periodTo)
      return {
        ...common,
        sheet,
        explained,
        unchecked,
        verification: isWhole ? verificationCode(head, sheet.centerId, explained.digest, live.digestOf) : null,
        isSealed: sealed ? sealed.digest === explained.digest : null,
      }
    },
  })
}
