import type { AssessmentState } from '../ledger/assessment-state.ts'
import type { ScoreSheet } from '../scoring/score-sheet.ts'
import type { BundleCounts, BundleRecord } from './bundle-record.ts'

export interface BundleCounter {
  readonly take: (record: BundleRecord) => void
  readonly entry: (isWithheld: boolean) => void
  readonly counts: (state: AssessmentState, sheets: readonly Pick<ScoreSheet, 'score'>[]) => BundleCounts
}

/** Counts what a bundle holds while it is written or read. */
export function bundleCounter(): BundleCounter {
  let interpretations = 0
  let calendars = 0
  let evidence = 0
  let evidenceBytes = 0
  let entries = 0
  let withheld = 0
  let stated = 0
  const entry = (isWithheld: boolean) => {
    entries += 1
    if (isWithheld) withheld += 1
  }
  return {
    entry,
    take: (record) => {
      if (record.kind === 'interpretation') interpretations += 1
      else if (record.kind === 'calendar') calendars += 1
      else if (record.kind === 'evidence') {
        evidence += 1
        evidenceBytes += record.bytes ?? 0
      } else if (record.kind === 'entry') entry(record.event === null)
      else if (record.kind === 'sheet') stated += 1
    },
    counts: ({ centers, findings, bonuses }, sheets) => ({
      interpretations,
      calendars,
      evidence,
      evidenceBytes,
      entries,
      withheld,
      centers: centers.size,
      findings: findings.size,
      bonuses: bonuses.size,
      sheets: stated,
      scores: sheets.reduce((sum, { score }) => sum + score, 0),
    }),
  }
}

/** What each count is of, for people. */
export const COUNT_NAMES: Readonly<Record<keyof BundleCounts, string>> = {
  interpretations: '口径',
  calendars: '日历',
  evidence: '证据文件',
  evidenceBytes: '证据字节',
  entries: '台账记录',
  withheld: '未附内容的记录',
  centers: '中心',
  findings: '问题',
  bonuses: '加分申报',
  sheets: '得分表',
  scores: '得分合计（百分之一分）',
}
