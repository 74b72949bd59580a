import { drawPlan } from '../../core/analysis/sampling/draw-plan.ts'
import type { DrawnVisit } from '../../core/analysis/sampling/drawn-visit.ts'
import type { DigestOf } from '../../core/ledger/chain.ts'
import { samplingDesign } from '../../core/ledger/field-kinds.ts'
import { commitmentOf, designDigestOf, type SamplingDesign } from '../../core/ledger/sampling-design.ts'
import { shortCodeOf, type ShortCode } from '../../core/scoring/verification-code.ts'
import type { TextSource } from '../ports/text-source.ts'
import { answered, failed, type Answer } from '../problem.ts'

export interface DrawnFromFile {
  readonly design: SamplingDesign
  readonly designDigest: string
  /** What somebody kept before the reveal; null where no salt is given. */
  readonly code: ShortCode | null
  readonly visits: readonly DrawnVisit[]
}

/** A design as the ledger holds it, drawn again by an auditor from the seed that was revealed. */
export async function drawFromFile(
  path: string,
  { seed, salt }: { readonly seed: string; readonly salt: string | null },
  texts: TextSource,
  digestOf: DigestOf,
): Promise<Answer<DrawnFromFile>> {
  const read = await texts.read(path)
  if (!read.ok) return read
  const design = designIn(read.value.text)
  if (design === null)
    return failed({ code: 'field-wrong', path, place: '内容', found: '别的内容', expected: samplingDesign.expected })
  const drawn = drawPlan(design, seed, digestOf)
  if (!drawn.ok) return failed({ code: 'refused', reason: drawn.refusal.code, message: drawn.refusal.message })
  const designDigest = designDigestOf(design, digestOf)
  const code = salt === null ? null : shortCodeOf(commitmentOf({ seed, salt }, designDigest, digestOf))
  return answered({ design, designDigest, code, visits: drawn.value })
}

function designIn(text: string): SamplingDesign | null {
  try {
    const value: unknown = JSON.parse(text)
    return samplingDesign.holds(value) ? (value as SamplingDesign) : null
  } catch {
    return null
  }
}
