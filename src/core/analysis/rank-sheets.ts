import type { ScoreSheet } from '../scoring/score-sheet.ts'

/**
 * `possible` is the best and worst rank that the intervals allow, an outer bound: an answer moves several centers together, so
 * it can be less (`certainty/rank-bounds`).
 */
export interface RankedSheet {
  readonly sheet: ScoreSheet
  readonly rank: number
  readonly isTied: boolean
  readonly possible: readonly [best: number, worst: number]
}

/** Highest score first; equal scores share a rank and the next rank skips. Within a tie the order given is kept. */
export function rankSheets(sheets: readonly ScoreSheet[]): RankedSheet[] {
  return sheets
    .toSorted((a, b) => b.score - a.score)
    .map((sheet) => {
      const [low, high] = sheet.interval
      const others = sheets.filter((other) => other !== sheet)
      return {
        sheet,
        rank: 1 + others.filter(({ score }) => score > sheet.score).length,
        isTied: others.some(({ score }) => score === sheet.score),
        possible: [
          1 + others.filter(({ interval }) => interval[0] > high).length,
          1 + others.filter(({ interval }) => interval[1] > low).length,
        ],
      }
    })
}
