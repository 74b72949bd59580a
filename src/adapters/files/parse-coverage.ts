import type { ArchiveAnswer } from '../../app/ports/notice-archive.ts'
import type { DeclaredFeed } from '../../core/detection/coverage.ts'
import { parseId, type ClauseId } from '../../core/kernel/identifiers.ts'
import { parseRecords, textField, type FieldShape, type Shape } from './record-shape.ts'

const orNothing: FieldShape<string | null> = {
  expected: '不为空的文字；没有就不写这个字段',
  parse: (value) => (value === undefined ? null : typeof value === 'string' && value.trim() !== '' ? value : undefined),
}

const DECLARED: Shape<DeclaredFeed> = {
  clauseId: textField('款号，如 3.4.1', parseId<ClauseId>),
  inspection: orNothing,
  documents: orNothing,
}

/** `coverage.json`: for a clause what the inspector looks at, which documents are asked for, or both. */
export function parseCoverage(value: unknown, path: string): ArchiveAnswer<readonly DeclaredFeed[]> {
  const declared = parseRecords(DECLARED, value, path)
  if (!declared.ok) return declared
  const empty = declared.value.findIndex(({ inspection, documents }) => inspection === null && documents === null)
  if (empty === -1) return declared
  const expected = 'inspection（检查什么）、documents（看什么资料）至少写一样'
  return { ok: false, fault: { code: 'field-wrong', path, place: `[${empty}]`, found: '（两样都没有）', expected } }
}
