/**
 * Reads one text of a notice into clause drafts: the phrase grammar finds the prices, and each price takes its units,
 * conditions and limits from the wording around it. Never throws; what is unclear stays in the drafts' `marks`, from
 * which `core/notice/questions` asks.
 */
import { normalise, type NormalText } from '../normalise.ts'
import { parseNormal } from '../phrases/parse-phrases.ts'
import type { Phrase } from '../phrases/phrase.ts'
import type { ClauseContext, ClauseDraft } from './clause-draft.ts'
import { draftClause } from './draft-clause.ts'
import { findPriceSites, type PriceSite } from './price-site.ts'
import { readBounds, type SiteBounds } from './threshold.ts'
import { groupTiers } from './group-tiers.ts'
import { foldPairs } from './fold-drafts.ts'

export interface ClauseReading {
  readonly normal: NormalText
  readonly phrases: readonly Phrase[]
  readonly drafts: readonly ClauseDraft[]
}

/** A price with the numbers before it: what the kinds of clause are told apart by. */
export interface BoundedSite {
  readonly site: PriceSite
  readonly bounds: SiteBounds
  readonly before: PriceSite | null
}

export function readClauses(text: string, context: ClauseContext): ClauseReading {
  const normal = normalise(text)
  const phrases = parseNormal(normal.text)
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
