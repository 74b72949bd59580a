import type { Cap } from '../../rubric/clause.ts'
import { capTerms, isSame, type CapTerms, type ClauseTerms } from '../../rubric/clause-terms.ts'
import type { Correction } from '../../rubric/correction.ts'
import type { ClauseDraft } from '../clause/clause-draft.ts'
import { readModifiers } from '../clause/modifiers.ts'

/**
 * A draft with the price that a person reads. What the person said is no longer open; what the new price leaves open is
 * asked by the same rules as of any draft. `read` is the whole reading, ceilings from elsewhere in the notice included.
 */
export function correctedDraft(draft: ClauseDraft, terms: ClauseTerms, correction: Correction): ClauseDraft {
  const { read, quote } = correction
  const isRepriced = !isSame(read.amount, terms.amount)
  const isRecounted = !isSame([read.per, read.perSpan], [terms.per, terms.perSpan])
  return {
    ...(read.direction === terms.direction ? draft : turned(draft, terms.direction)),
    ...terms,
    cap: withWording(terms.cap, draft.cap, quote),
    correction,
    ...(isRepriced ? { multiplies: null } : {}),
    ...(isRepriced && terms.amount.kind === 'fixed' ? { discretionary: false } : {}),
    marks: {
      ...draft.marks,
      ...(isRepriced ? repriced(terms) : {}),
      ...(isRecounted ? { lacksUnit: false } : {}),
      isUncapped: read.cap !== null && terms.cap === null,
    },
  }
}

/** What was true of a loss is not of a bonus: its floor, how far it reaches, and a condition that only one of them can have. */
function turned(draft: ClauseDraft, direction: ClauseTerms['direction']): ClauseDraft {
  const { floor, marks } = draft
  const inWords = new Set(readModifiers(marks.wording, draft.direction).map(({ kind }) => kind))
  const kept = draft.conditions.filter(({ kind }) => !inWords.has(kind))
  return {
    ...draft,
    conditions: [...kept, ...readModifiers(marks.wording, direction)],
    floor: direction === 'deduct' ? floor : null,
    scope: 'item',
    beyondCap: false,
  }
}

function repriced({ amount }: ClauseTerms): Partial<ClauseDraft['marks']> {
  return {
    isDamaged: false,
    isReversed: false,
    lacksAmount: amount.kind === 'unspecified',
    reference: null,
    bands: [],
  }
}

/** In the notice's words where it has some for this cap, otherwise in those of the sentence that the person reads so. */
function withWording(given: CapTerms | null, read: Cap | null, quote: string): Cap | null {
  if (given === null) return null
  return { ...given, phrase: read !== null && isSame(capTerms(read), given) ? read.phrase : quote }
}
