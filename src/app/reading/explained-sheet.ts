import type { Digest, DigestOf } from '../../core/ledger/chain.ts'
import type { Rubric } from '../../core/rubric/rubric.ts'
import { explainSheet } from '../../core/scoring/explain-sheet.ts'
import type { ScoreSheet } from '../../core/scoring/score-sheet.ts'
import { sheetDigest } from '../../core/scoring/sheet-digest.ts'
import { explainedSections, type ExplainedSection } from './explained-sections.ts'

/** What is said of a sheet beside its numbers. */
export interface ExplainedSheet {
  readonly digest: Digest
  readonly sentence: string
  readonly sections: readonly ExplainedSection[]
}

/**
 * Many people look at a sheet between two changes of it, and explaining it costs more than all else about such a request:
 * what was said of the very same sheet is said again. A sheet belongs to one assessment, hence to one rubric.
 */
export function explainedSheet(rubric: Rubric, digestOf: DigestOf, sheet: ScoreSheet): ExplainedSheet {
  const known = EXPLAINED.get(sheet)
  if (known) return known
  const explained = {
    digest: sheetDigest(sheet, digestOf),
    sentence: explainSheet(sheet),
    sections: explainedSections(rubric, sheet),
  }
  EXPLAINED.set(sheet, explained)
  return explained
}

const EXPLAINED = new WeakMap<ScoreSheet, ExplainedSheet>()
