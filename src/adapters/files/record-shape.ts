import type { ArchiveAnswer } from '../../app/ports/notice-archive.ts'
import { parsePlainDate, type PlainDate } from '../../core/kernel/plain-date.ts'

/** How each field of a record is taken from JSON. */
export type Shape<Value> = { readonly [Name in keyof Value]: FieldShape<Value[Name]> }

/** `parse` gives undefined for what the field cannot hold; `expected` says in Chinese what it can. */
export interface FieldShape<Value> {
  readonly expected: string
  readonly parse: (value: unknown) => Value | undefined
}

export function parseRecord<Value>(
  shape: Shape<Value>,
  value: unknown,
  path: string,
  place: string,
): ArchiveAnswer<Value> {
  const wrong = (where: string, found: unknown, expected: string): ArchiveAnswer<Value> => ({
    ok: false,
    fault: { code: 'field-wrong', path, place: where, found: shown(found), expected },
  })
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return wrong(place, value, '一个 JSON 对象')
  const given = value as Readonly<Record<string, unknown>>
  const within = (name: string) => (place === '' ? name : `${place}.${name}`)
  const stranger = Object.keys(given).find((name) => !Object.hasOwn(shape, name))
  if (stranger !== undefined) return wrong(within(stranger), given[stranger], '没有这个字段（请删去，或核对拼写）')
  const record: Record<string, unknown> = {}
  for (const [name, field] of Object.entries<FieldShape<unknown>>(shape as Record<string, FieldShape<unknown>>)) {
    const parsed = field.parse(given[name])
    if (parsed === undefined) return wrong(within(name), given[name], field.expected)
    record[name] = parsed
  }
  return { ok: true, value: record as Value }
}

export function parseRecords<Value>(shape: Shape<Value>, value: unknown, path: string): ArchiveAnswer<Value[]> {
  if (!Array.isArray(value))
    return {
      ok: false,
      fault: { code: 'field-wrong', path, place: '（整个文件）', found: shown(value), expected: '一个 JSON 列表' },
    }
  const records: Value[] = []
  for (const [index, entry] of value.entries()) {
    const record = parseRecord(shape, entry, path, `[${index}]`)
    if (!record.ok) return record
    records.push(record.value)
  }
  return { ok: true, value: records }
}

export function textField<Value extends string>(
  expected: string,
  parse: (text: string) => Value | null,
): FieldShape<Value> {
  return { expected, parse: (value) => (typeof value === 'string' ? (parse(value) ?? undefined) : undefined) }
}

export const plainText = textField('不为空的文字', (text) => (text.trim() === '' ? null : text))

export const dateField: FieldShape<PlainDate> = textField('日期，如 2021-03-01', parsePlainDate)

function shown(value: unknown): string {
  const text = value === undefined ? '（没有填）' : JSON.stringify(value)
  return text.length > 40 ? `${text.slice(0, 40)}…` : text
}
