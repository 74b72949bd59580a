import type { AssessmentId, CenterId, SectionId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import type { Points } from '../../core/kernel/points.ts'
import type { Timestamp } from '../../core/kernel/timestamp.ts'
import type { ChainHead } from '../../core/ledger/chain.ts'
import { sheetCounts, type SheetCounts } from '../../core/scoring/sheet-counts.ts'
import type { Clocks, Interval, SignedPoints } from '../../core/scoring/score-sheet.ts'
import type { Actor } from '../people/actor.ts'
import { rankSheets, type RankedSheet } from '../../core/analysis/rank-sheets.ts'
import type { Acting } from '../office/acting-refusals.ts'
import { lookIn } from '../office/look-in.ts'
import type { Office } from '../office/office.ts'
import { sheetsAsOf } from './sheets-as-of.ts'

/** The whole assessment at a glance: every center's place and sections, without the lines that make them. */
export interface Overview {
  readonly ranked: readonly OverviewRow[]
  readonly sections: readonly OverviewSection[]
  readonly counts: SheetCounts
  readonly clocks: Clocks | null
  readonly head: ChainHead
  /** By the server's clock: a page must not trust its own. */
  readonly now: Timestamp
}

export interface OverviewSection {
  readonly sectionId: SectionId
  readonly label: string
  readonly title: string
  readonly maxPoints: Points | null
}

export interface OverviewRow {
  readonly centerId: CenterId
  readonly centerName: string
  readonly rank: number
  readonly isTied: boolean
  readonly possible: readonly [best: number, worst: number]
  readonly score: SignedPoints
  readonly interval: Interval
  /** In the order of `sections`. */
  readonly cells: readonly OverviewCell[]
}

/** What the section has come to against its printed points (nothing, where none are printed): negative lost, positive gained. */
export interface OverviewCell {
  readonly change: SignedPoints
  readonly isOpen: boolean
}

export async function readOverview(
  office: Office,
  actor: Actor,
  assessmentId: AssessmentId,
  clocks: Clocks | null,
): Promise<Acting<Overview>> {
  const looked = await lookIn(office, actor, 'ranking.read', assessmentId)
  if (!looked.ok) return looked
  const { rubric } = looked.value.adopted
  const placed = await sheetsAsOf(office, looked.value, clocks)
  if (!placed.ok) return placed
  const { sheets, head } = placed.value
  return accepted({
    ranked: rankSheets(sheets).map(rowOf),
    sections: rubric.sections.map(({ id, label, title, maxPoints }) => ({ sectionId: id, label, title, maxPoints })),
    counts: sheetCounts(sheets),
    clocks,
    head,
    now: office.clock.now(),
  })
}

function rowOf({ sheet, rank, isTied, possible }: RankedSheet): OverviewRow {
  const { centerId, centerName, score, interval, sections, open } = sheet
  const openIn = new Set(open.map(({ sectionId }) => sectionId))
  return {
    centerId,
    centerName,
    rank,
    isTied,
    possible,
    score,
    interval,
    cells: sections.map((section) => ({
      change: section.score - (section.maxPoints ?? 0),
      isOpen: section.interval[0] !== section.interval[1] || openIn.has(section.sectionId),
    })),
  }
}
