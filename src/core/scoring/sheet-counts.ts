import type { OpenMatter, ScoreSheet } from './score-sheet.ts'

/** What has been decided and what keeps scores open, over all sheets. */
export interface SheetCounts {
  /** Findings that cost points now. */
  readonly deducted: number
  /** Bonuses approved and counted, and those for what did not happen. */
  readonly added: number
  /** Each matter once: a question that touches nine centers is one. */
  readonly open: Readonly<Record<OpenMatter['kind'], number>>
}

export function sheetCounts(sheets: readonly ScoreSheet[]): SheetCounts {
  let deducted = 0
  let added = 0
  const open = { question: 0, amount: 0, decision: 0, approval: 0, appeal: 0, absence: 0 }
  const questions = new Set<string>()
  for (const sheet of sheets) {
    for (const { lines } of sheet.sections)
      for (const { subject, effect } of lines) {
        if (subject.kind === 'finding' && effect < 0) deducted += 1
        else if (subject.kind !== 'finding' && effect > 0) added += 1
      }
    for (const { kind, ref } of sheet.open) {
      if (kind === 'question' && questions.has(ref)) continue
      if (kind === 'question') questions.add(ref)
      open[kind] += 1
    }
  }
  return { deducted, added, open }
}
