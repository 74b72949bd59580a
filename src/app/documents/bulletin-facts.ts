import type { CenterId, QuestionId } from '../../core/kernel/identifiers.ts'
import type { PlainDate } from '../../core/kernel/plain-date.ts'
import type { ChainHead } from '../../core/ledger/chain.ts'
import type { Interpretation } from '../../core/rubric/interpretation.ts'
import type { Rubric } from '../../core/rubric/rubric.ts'
import type { SignedPoints } from '../../core/scoring/score-sheet.ts'
import type { ShortCode } from '../../core/scoring/verification-code.ts'
import type { RankedSheet } from '../../core/analysis/rank-sheets.ts'
import type { LetterFields } from './letter-fields.ts'

/** What the annual bulletin is made of: the sealed sheets, or as they stand where nothing is sealed. */
export interface BulletinFacts {
  readonly fields: LetterFields
  readonly districtName: string
  readonly rubric: Rubric
  readonly periodFrom: PlainDate | null
  readonly periodTo: PlainDate | null
  /** Whether these very sheets are the sealed ones; otherwise it is a draft for comment. */
  readonly isSealed: boolean
  readonly sealedOn: PlainDate | null
  readonly publishedOn: PlainDate | null
  /** The day on which it is made. */
  readonly today: PlainDate
  readonly ranked: readonly RankedSheet[]
  /** Rounded to hundredths. */
  readonly mean: SignedPoints
  /** 核验码 of each center's sheet at `head`. */
  readonly codes: ReadonlyMap<CenterId, ShortCode>
  readonly head: ChainHead
  readonly answers: ReadonlyMap<QuestionId, Interpretation>
  /** Findings by how their last appeal ended. */
  readonly appeals: Readonly<Record<'pending' | 'upheld' | 'varied' | 'reversed', number>>
  /** Rectifications that are planned or submitted and not accepted, and how many centers they concern. */
  readonly openRectifications: { readonly findings: number; readonly centers: number }
}
