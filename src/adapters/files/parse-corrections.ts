import type { ArchiveAnswer } from '../../app/ports/notice-archive.ts'
import { shapeFault } from '../../core/kernel/shape-fault.ts'
import type { Correction } from '../../core/rubric/correction.ts'
import { CORRECTIONS_SHAPE } from '../../core/rubric/rubric-shape.ts'

/** `corrections.json`: a list as it stands in an adopted rubric, points in hundredths. Whether they fit is the compiler's to say. */
export function parseCorrections(value: unknown, path: string): ArchiveAnswer<readonly Correction[]> {
  const wrong = shapeFault(value, CORRECTIONS_SHAPE, '')
  if (wrong === null) return { ok: true, value: value as readonly Correction[] }
  return { ok: false, fault: { code: 'field-wrong', path, ...wrong, found: '别的内容' } }
}
