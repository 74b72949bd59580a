import type { AssessmentId, CenterId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import { parseDigest } from '../../core/ledger/chain.ts'
import type { SheetSeal } from '../../core/ledger/ledger-event.ts'
import { verificationCode, type ShortCode } from '../../core/scoring/verification-code.ts'
import type { Acting } from '../office/acting-refusals.ts'
import type { LiveAssessment } from '../office/live-assessment.ts'
import { lookIn } from '../office/look-in.ts'
import type { Office } from '../office/office.ts'
import type { ToldSeal } from '../office/told.ts'
import type { Timestamp } from '../../core/kernel/timestamp.ts'
import type { Actor } from '../people/actor.ts'

/** One center's sheet as it was sealed. `code` is the 核验码 of the moment of the seal: it never changes again. */
export interface SealedSheet extends SheetSeal {
  readonly centerId: CenterId
  readonly name: string
  /** Ties share one, and the next is skipped. */
  readonly rank: number
  readonly code: ShortCode
}

export interface SealView extends ToldSeal {
  /** By rank; ties in the order of enrolment. */
  readonly sheets: readonly SealedSheet[]
  readonly statement: string | null
  readonly publishedAt: Timestamp | null
}

/** 定稿 as it stands; null before the first and after a reopening. */
export async function readSeal(
  office: Office,
  actor: Actor,
  assessmentId: AssessmentId,
): Promise<Acting<{ readonly seal: SealView | null }>> {
  const looked = await lookIn(office, actor, 'readiness.check', assessmentId)
  return looked.ok ? accepted({ seal: sealOf(looked.value) }) : looked
}

export function sealOf({ state, told, digestOf }: LiveAssessment): SealView | null {
  const { sealed, statement, publishedAt } = told
  const { seal, centers } = state
  if (seal === null || sealed === null) return null
  const sheets = seal.sheets
    .map((sheet): SealedSheet => {
      const digest = parseDigest(sheet.digest)
      if (digest === null) throw new Error(`the seal of ${sheet.centerId} is no digest`)
      return {
        ...sheet,
        name: centers.get(sheet.centerId) ?? sheet.centerId,
        rank: 1 + seal.sheets.filter(({ score }) => score > sheet.score).length,
        code: verificationCode(sealed.head, sheet.centerId, digest, digestOf).code,
      }
    })
    .sort((one, other) => one.rank - other.rank)
  return { ...sealed, sheets, statement, publishedAt }
}
