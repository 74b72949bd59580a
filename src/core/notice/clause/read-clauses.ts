/**
 * Reads one text of a notice into clause drafts: the phrase grammar finds the prices, and each price takes its units,
 * conditions and limits from the wording around it. Never throws; what is unclear stays in the drafts' `marks`, from
 * which `core/notice/questions` asks.
 */
import type { ParsedText } from '../phrases/parse-phrases.ts'
import type { BoundedSite } from './bounded-site.ts'
import type { ClauseReading } from './clause-reading.ts'
import type { ClauseContext, ClauseDraft } from './clause-draft.ts'
import { draftClause } from './draft-clause.ts'
import { findPriceSites } from './price-site.ts'
import { readBounds } from './threshold.ts'
import { groupTiers } from './group-tiers.ts'
import { foldPairs } from './fold-drafts.ts'

export function readClauses({ normal, phrases }: ParsedText, context: ClauseContext): ClauseReading {
  const sites = findPriceSites(normal.text, phrases)
  const bounded = sites.map((site, at): BoundedSite => ({
    site,
    bounds: readBounds(site, phrases, normal.text, context.neighbour),
    before: sites[at - 1] ?? null,
  }))
  const drafts: ClauseDraft[] = []
  for (const group of groupTiers(bounded, normal.text)) {
    const draft = draftClause(group, drafts, phrases, normal.text, context)
    if (draft !== null) drafts.push(draft)
  }
  return { normal, phrases, drafts: foldPairs(drafts, phrases, normal.text) }
}
