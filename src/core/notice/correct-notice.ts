import type { RubricId } from '../kernel/identifiers.ts'
import { checkCorrections } from '../rubric/check-corrections.ts'
import type { Correction } from '../rubric/correction.ts'
import type { CorrectionRefusal } from '../rubric/correction-refusals.ts'
import { compileNotice, type CompiledNotice } from './compile-notice.ts'

export type CorrectedNotice =
  | { readonly ok: true; readonly value: CompiledNotice }
  | { readonly ok: false; readonly refusals: readonly [CorrectionRefusal, ...CorrectionRefusal[]] }

/**
 * A notice compiled with a person's corrections: they are held against what the compiler reads by itself, and then whatever
 * it makes of its readings (relations, questions, standings) is made of the corrected ones. Their order does not matter.
 */
export function correctNotice(source: string, rubricId: RubricId, corrections: readonly Correction[]): CorrectedNotice {
  const read = compileNotice(source, { rubricId })
  const [first, ...others] = checkCorrections(read.rubric, corrections)
  if (first !== undefined) return { ok: false, refusals: [first, ...others] }
  return { ok: true, value: corrections.length === 0 ? read : compileNotice(source, { rubricId, corrections }) }
}
