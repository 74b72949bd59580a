import type { OfficialDocument } from '../../core/document/official-document.ts'
import { findSheet } from '../explain-score.ts'
import { answered, type Answer } from '../problem.ts'
import { folderFacts } from './folder-facts.ts'
import { folderLedger, folderRegister } from './folder-ledger.ts'
import type { FolderWish } from './folder-wish.ts'
import { ranking } from './ranking.ts'
import { scoreSheet, scoreSheets } from './score-sheet.ts'

interface FolderDocument {
  /** For the help of the command line. */
  readonly name: string
  readonly make: (wish: FolderWish) => Answer<OfficialDocument>
}

/** The documents that an assessment folder gives, by what the command line calls them. */
export const FOLDER_DOCUMENTS: Readonly<Record<string, FolderDocument>> = {
  'score-sheet': { name: '得分表（--center 一个中心的，不写则全部）· score sheets', make: sheetOf },
  ranking: { name: '得分汇总和排名 · summary and ranking', make: rankingOf },
  interpretations: { name: '口径登记 · interpretations', make: (wish) => answered(folderRegister(wish)) },
  ledger: { name: '整本台账 · the whole ledger', make: (wish) => answered(folderLedger(wish)) },
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
