import type { ArchiveAnswer, Center } from '../../app/ports/notice-archive.ts'
import { codesOf } from '../../core/records/code-sets.ts'
import type { DataSet, Field } from '../../core/records/data-set.ts'
import { DATA_SETS } from '../../core/records/data-sets.ts'
import {
  DATE_FORMS,
  ELSEWHERE,
  OTHERS,
  TO_BE_SAID,
  type ColumnSource,
  type DateForm,
  type FieldMapping,
  type ImportProfile,
  type Privacy,
} from '../../core/records/import-profile.ts'
import { USUAL_PRIVACY } from '../../core/records/mask.ts'
import { ELSEWHERE_WORD, MAPPING_KEYS, OTHERS_WORD, PRIVACY_WORDS, PROFILE_KEYS } from './profile-file.ts'
import { parseRecord, type FieldShape, type Shape } from './record-shape.ts'

/** A profile's file as `profileFile` writes it and people correct it. `id` is the file's name without its ending. */
export function parseProfile(
  value: unknown,
  path: string,
  id: string,
  centers: readonly Center[],
): ArchiveAnswer<ImportProfile> {
  const file = parseRecord(PROFILE, value, path, '')
  if (!file.ok) return file
  const { [PROFILE_KEYS.dataSet]: set, [PROFILE_KEYS.fields]: fields } = file.value
  const columns: Record<string, FieldMapping> = {}
  for (const [chinese, given] of Object.entries(fields)) {
    const place = `${PROFILE_KEYS.fields}.${chinese}`
    const field = set.fields.find((one) => one.chinese === chinese || one.name === chinese)
    if (!field) return wrong(path, place, given, `${set.chinese}的字段（见 docs/data-sets.md）`)
    const mapping = parseMapping(field, given, path, place, centers)
    if (!mapping.ok) return mapping
    // A required field without a column is not mapped yet; checking the profile tells so.
    if (mapping.value !== null) columns[field.name] = mapping.value
  }
  const { [PROFILE_KEYS.title]: title, [PROFILE_KEYS.source]: source, [PROFILE_KEYS.ignored]: ignored } = file.value
  // Whoever gives an ignored column a field means the field.
  const used = new Set(
    Object.values(columns).flatMap(({ from, labelColumn }) => [
      ...(from.kind === 'column' ? [from.header] : []),
      ...(labelColumn === null ? [] : [labelColumn]),
    ]),
  )
  const left = ignored.filter((column) => !used.has(column))
  return { ok: true, value: { id, title, dataSet: set.name, source, columns, ignored: left } }
}

interface ProfileFile {
  readonly 说明: null
  readonly 名称: string
  readonly 数据集: DataSet
  readonly 来源: string
  readonly 字段: Readonly<Record<string, unknown>>
  readonly 忽略: readonly string[]
}

const anyText: FieldShape<string> = {
  expected: '文字',
  parse: (value) => (typeof value === 'string' ? value : undefined),
}

const PROFILE: Shape<ProfileFile> = {
  说明: { expected: '', parse: () => null },
  名称: anyText,
  数据集: {
    expected: `数据集的名称（${DATA_SETS.map(({ chinese }) => chinese).join('、')}）`,
    parse: (value) => DATA_SETS.find(({ name, chinese }) => value === chinese || value === name),
  },
  来源: anyText,
  字段: { expected: '一个对象：字段的名称和它的列', parse: objectOf },
  忽略: { expected: '列名的列表', parse: (value) => (value === undefined ? [] : textsOf(value)) },
}

interface MappingFile {
  readonly 列: string | null
  readonly 固定值: string | null
  readonly 文字列: string | null
  readonly 对照: Readonly<Record<string, string>> | null
  readonly 写法: readonly DateForm[] | null
  readonly 个人信息: Privacy | null
}

const MAPPING: Shape<MappingFile> = {
  列: orNull(anyText),
  固定值: orNull(anyText),
  文字列: orNull(anyText),
  对照: orNull({ expected: '一个对象：文件里的写法和它的意思，都是文字', parse: textMapOf }),
  写法: orNull({ expected: `日期写法的列表，从这些里选：${Object.keys(DATE_FORMS).join('、')}`, parse: formsOf }),
  个人信息: orNull({
    expected: Object.values(PRIVACY_WORDS).join('、'),
    parse: (value) => (Object.keys(PRIVACY_WORDS) as Privacy[]).find((privacy) => PRIVACY_WORDS[privacy] === value),
  }),
}

function parseMapping(
  field: Field,
  given: unknown,
  path: string,
  place: string,
  centers: readonly Center[],
): ArchiveAnswer<FieldMapping | null> {
  if (given === '') return { ok: true, value: null }
  const parsed = parseRecord(MAPPING, typeof given === 'string' ? { [MAPPING_KEYS.column]: given } : given, path, place)
  if (!parsed.ok) return parsed
  const { 列: column, 固定值: constant, 文字列: labelColumn, 对照: said, 写法: forms, 个人信息: privacy } = parsed.value
  if ((column === null) === (constant === null))
    return wrong(path, place, given, `“${MAPPING_KEYS.column}”和“${MAPPING_KEYS.constant}”中恰好一个`)
  const from: ColumnSource =
    column === null ? { kind: 'constant', value: constant ?? '' } : { kind: 'column', header: column }
  const usual = field.personal === null ? 'keep' : USUAL_PRIVACY[field.personal]
  const values = valuesOf(field, said, centers)
  return { ok: true, value: { from, values, labelColumn, forms, privacy: privacy ?? usual } }
}

/** Codes and centers may be named by their Chinese words; what is neither is kept as written, and checking tells of it. */
function valuesOf(
  { kind }: Field,
  said: Readonly<Record<string, string>> | null,
  centers: readonly Center[],
): FieldMapping['values'] {
  const own = kind.kind === 'center' ? centers.map(({ id, name }): [string, string] => [name, id]) : []
  if (said === null && own.length === 0) return null
  const meant = Object.entries(said ?? {}).map(([from, to]): [string, string] => [
    kind.kind === 'center' && from === OTHERS_WORD ? OTHERS : from,
    meaningOf(kind, to, centers),
  ])
  return Object.fromEntries([...own, ...meant])
}

function meaningOf(kind: Field['kind'], to: string, centers: readonly Center[]): string {
  if (to === TO_BE_SAID) return TO_BE_SAID
  if (kind.kind === 'center' && to === ELSEWHERE_WORD) return ELSEWHERE
  if (kind.kind === 'center') return centers.find(({ name }) => name === to)?.id ?? to
  if (kind.kind !== 'code') return to
  return codesOf(kind.codes).find(({ labels }) => labels.includes(to))?.code ?? to
}

function orNull<Value>({ expected, parse }: FieldShape<Value>): FieldShape<Value | null> {
  return { expected, parse: (value) => (value === undefined ? null : parse(value)) }
}

function objectOf(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : undefined
}

function textMapOf(value: unknown): Readonly<Record<string, string>> | undefined {
  const given = objectOf(value)
  return given !== undefined && Object.values(given).every((one) => typeof one === 'string')
    ? (given as Readonly<Record<string, string>>)
    : undefined
}

function textsOf(value: unknown): readonly string[] | undefined {
  return Array.isArray(value) && value.every((one) => typeof one === 'string') ? value : undefined
}

function formsOf(value: unknown): readonly DateForm[] | undefined {
  const given = textsOf(value)
  return given?.every((form) => Object.hasOwn(DATE_FORMS, form)) ? (given as readonly DateForm[]) : undefined
}

function wrong(path: string, place: string, found: unknown, expected: string): ArchiveAnswer<never> {
  return { ok: false, fault: { code: 'field-wrong', path, place, found: JSON.stringify(found), expected } }
}
