import { accepted } from '../../core/kernel/outcome.ts'
import { dayOf } from '../../core/kernel/timestamp.ts'
import { blockersOf } from '../../core/scoring/readiness.ts'
import { sheetDigest } from '../../core/scoring/sheet-digest.ts'
import { aboutTheWhole } from './about.ts'
import { act } from './act.ts'
import type { ActOutcome, Asking } from './act-plan.ts'
import { actingRefusal } from '../office/acting-refusals.ts'
import { mattersOf } from '../reading/check-readiness.ts'
import type { Office } from '../office/office.ts'

export interface SealAssessmentInput {
  /** Why it is sealed although something stands against it; null where nothing does. */
  readonly forcedBecause: string | null
}

/** 定稿: every sheet as it stands, by its digest. What stands against it refuses, or is kept with the reason for going on. */
export function sealAssessment(office: Office, asking: Asking, input: SealAssessmentInput): Promise<ActOutcome> {
  const { forcedBecause } = input
  return act(office, asking, {
    ...aboutTheWhole,
    name: 'seal-assessment',
    input,
    action: 'assessment.seal',
    facts: ({ live, state, recordedAt }) => {
      const matters = mattersOf(live, dayOf(recordedAt))
      const blockers = blockersOf(matters)
      const first = matters.find(({ isBlocking }) => isBlocking)
      // An open period is no matter of judgment: the ledger itself refuses it.
      if (first && forcedBecause === null && state.isClosed)
        return { ok: false, refusal: { ...actingRefusal('not-ready', blockers.length, first.message), blockers } }
      const sheets = live.scores.sheets().map((sheet) => ({
        centerId: sheet.centerId,
        score: sheet.score,
        digest: sheetDigest(sheet, live.digestOf),
      }))
      const forced = forcedBecause === null ? null : { blockers, reason: forcedBecause }
      return accepted([{ type: 'AssessmentSealed', sheets, forced }])
    },
  })
}
