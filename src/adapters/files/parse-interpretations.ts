import type { ArchiveAnswer } from '../../app/ports/notice-archive.ts'
import { parseId, type PersonId, type QuestionId } from '../../core/kernel/identifiers.ts'
import { parsePoints } from '../../core/kernel/points.ts'
import type { Interpretation } from '../../core/rubric/interpretation.ts'
import { dateField, parseRecords, plainText, textField, type Shape } from './record-shape.ts'

const INTERPRETATION: Shape<Interpretation> = {
  questionId: textField('问题编号，如 10.3/ambiguous-inclusive', parseId<QuestionId>),
  reading: plainText,
  points: {
    expected: 'null，或写作文字的分值，如 "0.5"',
    parse: (value) =>
      value === null ? null : typeof value === 'string' ? (parsePoints(value) ?? undefined) : undefined,
  },
  decidedBy: textField('决定人编号（不含空格）', parseId<PersonId>),
  decidedOn: dateField,
  reason: plainText,
}

/** `interpretations.json`: a list of answers; points are decimal text, so that no figure passes through floating point. */
export function parseInterpretations(value: unknown, path: string): ArchiveAnswer<readonly Interpretation[]> {
  return parseRecords(INTERPRETATION, value, path)
}
