import { codesOf, type Code, type CodeSetName } from './code-sets.ts'
import type { Field } from './data-set.ts'
import { readInstant } from './date-patterns.ts'
import type { GuessingGround, OpenPoint } from './guessing-ground.ts'
import { DATE_FORMS, type DateForm, type FieldMapping } from './import-profile.ts'
import { trimmed } from './read-value.ts'
import { shownValue } from './shown-value.ts'

/** How one field is mapped, which columns that takes, and what a person must still say. */
export interface GuessedMapping {
  readonly mapping: FieldMapping
  readonly used: readonly string[]
  readonly open: readonly OpenPoint[]
}

/** `own` are all columns that may belong to the field: where one holds words and another signs, the words explain the signs. */
export function guessCodes(
  field: Field,
  codes: CodeSetName,
  plain: FieldMapping,
  own: readonly string[],
  on: GuessingGround,
): GuessedMapping {
  const labels = own.find((header) => isWords(codes, valuesOf(header, on)))
  const signs = own.find((header) => header !== labels && valuesOf(header, on).length > 0)
  if (labels !== undefined && signs === undefined)
    return { mapping: { ...plain, from: { kind: 'column', header: labels } }, used: [labels], open: [] }
  const header = signs ?? own[0] ?? ''
  const values = labels === undefined ? {} : valuesFromPairs(codes, header, labels, on)
  const mapping: FieldMapping = { ...plain, from: { kind: 'column', header }, values, labelColumn: labels ?? null }
  const unproven = valuesOf(header, on).filter((value) => !Object.hasOwn(values, value) && !meant(codes, value))
  const used = labels === undefined ? [header] : [header, labels]
  if (unproven.length === 0) return { mapping, used, open: [] }
  const known = codesOf(codes)
    .map(({ labels: [label] }) => label)
    .join('、')
  const message = `“${header}”里的${unproven.map(shownValue).join('、')}是什么意思，文件里看不出来；请逐个写明是${known}中的哪一个`
  return { mapping, used, open: [{ code: 'codes-unproven', field: field.name, column: header, message }] }
}

/** Centers by id, by name, or by a longer name that holds exactly one center's name. */
export function guessCenters(field: Field, plain: FieldMapping, on: GuessingGround): GuessedMapping {
  const header = headerOf(plain)
  const found = valuesOf(header, on).map((value) => {
    const exact = on.centers.find(({ id, name }) => id === value || name === value)
    const within = on.centers.filter(({ name }) => value.includes(name))
    return { value, center: exact ?? (within.length === 1 ? within[0] : undefined) }
  })
  const values: Record<string, string> = Object.fromEntries(on.centers.map(({ id, name }) => [name, id]))
  for (const { value, center } of found) if (center && center.id !== value) values[value] = center.id
  const strange = found.filter(({ center }) => !center).map(({ value }) => value)
  const message = `“${header}”里的${strange.map(shownValue).join('、')}不知道是哪个中心；请在对照表里写明`
  return {
    mapping: { ...plain, values },
    used: [header],
    open: strange.length === 0 ? [] : [{ code: 'center-unmatched', field: field.name, column: header, message }],
  }
}

/** The forms that the sample is written in. An empty sample proves none. */
export function guessForms(field: Field, plain: FieldMapping, on: GuessingGround): GuessedMapping {
  const header = headerOf(plain)
  const values = valuesOf(header, on)
  const forms: DateForm[] = []
  const strange: string[] = []
  for (const value of values) {
    if (readInstant(value, forms)) continue
    const form = ALL_FORMS.find((one) => readInstant(value, [one]))
    if (form) forms.push(form)
    else strange.push(value)
  }
  const what =
    values.length === 0 ? '是空的，看不出日期怎么写' : `里的${strange.map(shownValue).join('、')}不是认识的日期写法`
  const isOpen = values.length === 0 || strange.length > 0
  const message = `“${header}”${what}；请选一种写法`
  return {
    mapping: { ...plain, forms },
    used: [header],
    open: isOpen ? [{ code: 'form-unmatched', field: field.name, column: header, message }] : [],
  }
}

const ALL_FORMS = Object.keys(DATE_FORMS) as DateForm[]

/** Only pairs that agree wherever they stand: a sign beside two different words means nothing. */
function valuesFromPairs(
  codes: CodeSetName,
  signs: string,
  labels: string,
  { header, sample }: GuessingGround,
): Record<string, string> {
  const [signAt, labelAt] = [header.indexOf(signs), header.indexOf(labels)]
  const codesBySign = new Map<string, Set<string>>()
  for (const row of sample) {
    const sign = trimmed(row[signAt] ?? '')
    const code = meant(codes, trimmed(row[labelAt] ?? ''))
    if (sign !== '' && code) codesBySign.set(sign, (codesBySign.get(sign) ?? new Set()).add(code.code))
  }
  const proven = [...codesBySign].flatMap(([sign, means]) =>
    means.size === 1 ? [...means].map((code) => [sign, code]) : [],
  )
  return Object.fromEntries(proven) as Record<string, string>
}

function isWords(codes: CodeSetName, values: readonly string[]): boolean {
  return values.length > 0 && values.every((value) => meant(codes, value))
}

function meant(codes: CodeSetName, text: string): Code | undefined {
  return codesOf(codes).find(({ code, labels }) => code === text || labels.includes(text))
}

function headerOf({ from }: FieldMapping): string {
  return from.kind === 'column' ? from.header : ''
}

/** The distinct values of a column in the sample, without empty ones. */
function valuesOf(column: string, { header, sample }: GuessingGround): readonly string[] {
  const at = header.indexOf(column)
  return [...new Set(sample.map((row) => trimmed(row[at] ?? '')))].filter((value) => value !== '')
}
