import type { OfficialDocument } from '../../core/document/official-document.ts'
import type { PlainDate } from '../../core/kernel/plain-date.ts'
import type { DigestsBy } from '../../core/proof/digests.ts'
import { findSheet } from '../explain-score.ts'
import { answered, type Answer } from '../problem.ts'
import type { ScoredAssessment } from '../score-assessment.ts'
import { folderFacts } from './folder-facts.ts'
import { ranking } from './ranking.ts'
import { scoreSheet, scoreSheets } from './score-sheet.ts'

/** What a document is made of where an assessment is a folder: everything is scored as of the days asked for. */
export interface FolderWish {
  readonly scored: ScoredAssessment
  /** The center as a person named it; null for all, where the document can show all. */
  readonly center: string | null
  readonly madeOn: PlainDate
  readonly digestsBy: DigestsBy
}

interface FolderDocument {
  /** For the help of the command line. */
  readonly name: string
  readonly make: (wish: FolderWish) => Answer<OfficialDocument>
}

/** The documents that an assessment folder gives, by what the command line calls them. */
export const FOLDER_DOCUMENTS: Readonly<Record<string, FolderDocument>> = {
  'score-sheet': { name: '得分表（--center 一个中心的，不写则全部）· score sheets', make: sheetOf },
  ranking: { name: '得分汇总和排名 · summary and ranking', make: rankingOf },
}

function rankingOf({ scored, madeOn, digestsBy }: FolderWish): Answer<OfficialDocument> {
  const { factsOf } = folderFacts(scored, madeOn, digestsBy)
  return answered(ranking(scored.sheets.map(factsOf)))
}

function sheetOf({ scored, center, madeOn, digestsBy }: FolderWish): Answer<OfficialDocument> {
  const { factsOf } = folderFacts(scored, madeOn, digestsBy)
  if (center === null) return answered(scoreSheets(scored.sheets.map(factsOf)))
  const found = findSheet(scored, center)
  return found.ok ? answered(scoreSheet(factsOf(found.value))) : found
}
