import { formatPoints, parsePoints, type Points } from '../../../../core/kernel/points.ts'
import type { Amount } from '../../../../core/rubric/amount.ts'
import { CAP_PERIODS, capPeriodOf, type CapPeriod } from '../../../../core/rubric/cap-periods.ts'
import type { Clause } from '../../../../core/rubric/clause.ts'
import { termsOf, type CapTerms, type ClauseTerms } from '../../../../core/rubric/clause-terms.ts'
import type { AskedCorrection, GivenReading } from '../../../../core/rubric/correction.ts'
import type { CorrectionCode } from '../../../../core/rubric/correction-refusals.ts'

/** What the form holds, as it is written: numbers are text until they are read. */
export interface CorrectionFields {
  readonly kind: ClauseTerms['direction'] | 'requirement' | 'no-rule'
  /** `as-read` for a price that a form of a few fields cannot hold: bands, levels, slopes. */
  readonly amount: 'fixed' | 'range' | 'unspecified' | 'as-read'
  readonly points: string
  readonly min: string
  readonly max: string
  readonly units: string
  readonly span: string
  readonly cap: 'silent' | 'none' | 'points'
  readonly capPoints: string
  /** `as-read` for what the notice counts by itself: each person, each month. */
  readonly capOver: 'clause' | 'item' | 'section' | CapPeriod | 'as-read'
  readonly reason: string
}

export type FieldName = keyof CorrectionFields

export function fieldsOf(terms: ClauseTerms, given: GivenReading | null, reason: string): CorrectionFields {
  const said = given?.kind === 'price' ? given.terms : terms
  const { amount, cap } = said
  return {
    kind: given === null || given.kind === 'price' ? said.direction : given.kind,
    amount: isPlain(amount) ? amount.kind : 'as-read',
    points: amount.kind === 'fixed' ? formatPoints(amount.points) : '',
    min: amount.kind === 'range' ? formatPoints(amount.min) : '',
    max: amount.kind === 'range' ? formatPoints(amount.max) : '',
    units: said.per.join('、'),
    span: said.perSpan ?? '',
    cap: cap === null ? 'silent' : cap.kind,
    capPoints: cap?.kind === 'points' ? formatPoints(cap.points) : '',
    capOver: overOf(cap),
    reason,
  }
}

export type Written =
  | { readonly ok: true; readonly correction: AskedCorrection }
  | { readonly ok: false; readonly wrong: readonly FieldName[] }

/** The correction that the fields say; otherwise which of them hold no number. */
export function writtenCorrection(clause: Clause, fields: CorrectionFields): Written {
  const read = termsOf(clause)
  const asked = { clauseId: clause.id, quote: clause.quote, read, reason: fields.reason.trim() }
  if (fields.kind === 'requirement' || fields.kind === 'no-rule')
    return { ok: true, correction: { ...asked, given: { kind: fields.kind } } }
  const numbers: Readonly<Partial<Record<FieldName, Points | null>>> = {
    ...(fields.amount === 'fixed' ? { points: parsePoints(fields.points.trim()) } : {}),
    ...(fields.amount === 'range' ? { min: parsePoints(fields.min.trim()), max: parsePoints(fields.max.trim()) } : {}),
    ...(fields.cap === 'points' ? { capPoints: parsePoints(fields.capPoints.trim()) } : {}),
  }
  const wrong = (Object.keys(numbers) as FieldName[]).filter((name) => numbers[name] === null)
  if (wrong.length > 0) return { ok: false, wrong }
  const terms: ClauseTerms = {
    direction: fields.kind,
    amount: amountOf(fields.amount, numbers, read.amount),
    per: fields.units.split(/[、，,\s]+/u).filter((unit) => unit !== ''),
    perSpan: fields.span.trim() === '' ? null : fields.span.trim(),
    cap: capOf(fields, numbers.capPoints ?? null, read.cap),
  }
  return { ok: true, correction: { ...asked, given: { kind: 'price', terms } } }
}

/** The field at which a refusal is told. */
export function fieldOf(code: CorrectionCode, fields: CorrectionFields): FieldName {
  if (code === 'correction-reason-missing') return 'reason'
  if (code === 'correction-unit-wrong') return 'units'
  if (code === 'correction-cap-foreign' || code === 'correction-cap-beyond' || code === 'correction-cap-under')
    return 'capPoints'
  if (code === 'correction-amount-foreign') return 'amount'
  if (code.startsWith('correction-amount-')) return fields.amount === 'range' ? 'max' : 'points'
  return 'kind'
}

function isPlain(amount: Amount): amount is Extract<Amount, { kind: 'fixed' | 'range' | 'unspecified' }> {
  return amount.kind === 'fixed' || amount.kind === 'range' || amount.kind === 'unspecified'
}

function amountOf(
  kind: CorrectionFields['amount'],
  { points, min, max }: Readonly<Partial<Record<FieldName, Points | null>>>,
  read: Amount,
): Amount {
  if (kind === 'fixed' && points) return { kind, points }
  if (kind === 'fixed') return { kind, points: 0 as Points }
  if (kind === 'range') return { kind, min: min ?? (0 as Points), max: max ?? (0 as Points) }
  return kind === 'unspecified' ? { kind } : read
}

function overOf(cap: CapTerms | null): CorrectionFields['capOver'] {
  if (cap?.kind !== 'points') return 'clause'
  if (cap.over.kind === 'object') return 'as-read'
  return cap.over.kind === 'period' ? (capPeriodOf(cap.over.word) ?? 'as-read') : cap.over.kind
}

function capOf({ cap, capOver }: CorrectionFields, points: Points | null, read: CapTerms | null): CapTerms | null {
  if (cap !== 'points' || points === null) return cap === 'none' ? { kind: 'none' } : null
  if (capOver === 'month' || capOver === 'year')
    return { kind: 'points', points, over: { kind: 'period', word: CAP_PERIODS[capOver] } }
  if (capOver === 'as-read')
    return { kind: 'points', points, over: read?.kind === 'points' ? read.over : { kind: 'clause' } }
  return { kind: 'points', points, over: { kind: capOver } }
}
