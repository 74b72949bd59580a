import type { ArchiveAnswer, Center } from '../../app/ports/notice-archive.ts'
import { parseId, type CenterId } from '../../core/kernel/identifiers.ts'
import { parseRecords, plainText, textField, type Shape } from './record-shape.ts'

const CENTER: Shape<Center> = {
  id: textField('编号（不含空格，如拼音 xiayang）', parseId<CenterId>),
  name: plainText,
}

/** `centers.json`: a list of `{ id, name }`; both are unique. */
export function parseCenters(value: unknown, path: string): ArchiveAnswer<readonly Center[]> {
  const centers = parseRecords(CENTER, value, path)
  if (!centers.ok) return centers
  const seen = new Set<string>()
  for (const [index, { id, name }] of centers.value.entries()) {
    for (const [field, text] of [
      ['id', id],
      ['name', name],
    ] as const) {
      if (seen.size === seen.add(`${field}:${text}`).size)
        return {
          ok: false,
          fault: {
            code: 'field-wrong',
            path,
            place: `[${index}].${field}`,
            found: text,
            expected: '与前面各中心不同的值',
          },
        }
    }
  }
  return centers
}
