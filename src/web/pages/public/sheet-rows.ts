import type { PublicResults } from './published-here.ts'

type Section = PublicResults['sections'][number]
type Score = NonNullable<PublicResults['results'][number]['scores']>[number]

/** One printed line: a clause in the notice's words, a cap or a floor in ours, or that there is nothing. */
export interface SheetRow {
  readonly key: string
  readonly ref: string
  readonly quote: string | null
  readonly words: string | null
  readonly occurrences: number | null
  readonly unit: string
  readonly effect: number
}

export interface SheetGroup {
  readonly section: Section
  readonly score: number
  /** Never empty. */
  readonly rows: readonly SheetRow[]
}

/** Section by section; clauses in the order of the notice, then what caps and floors changed. */
export function sheetRows(sections: readonly Section[], scores: readonly Score[]): readonly SheetGroup[] {
  return sections.flatMap((section, place) => {
    const score = scores[place]
    if (score === undefined) return []
    const rows = [...clauseRows(section, score), ...adjustmentRows(score)]
    return [{ section, score: score.score, rows: rows.length === 0 ? [NOTHING] : rows }]
  })
}

function clauseRows({ clauses }: Section, { moved }: Score): readonly SheetRow[] {
  return clauses.flatMap(({ clauseId, ref, quote, unit }) => {
    const one = moved.find((clause) => clause.clauseId === clauseId)
    if (one === undefined) return []
    return [{ key: clauseId, ref, quote, words: null, occurrences: one.occurrences, unit, effect: one.effect }]
  })
}

function adjustmentRows({ adjustments }: Score): readonly SheetRow[] {
  return adjustments.map(({ text, effect }, place) => ({ ...NOTHING, key: `adjusted-${place}`, words: text, effect }))
}

const NOTHING: SheetRow = { key: 'nothing', ref: '', quote: null, words: null, occurrences: null, unit: '', effect: 0 }
