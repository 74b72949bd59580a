import { codesOf, type Code, type CodeSetName } from './code-sets.ts'
import type { Field } from './data-set.ts'
import { readInstant } from './date-patterns.ts'
import type { GuessingGround, OpenPoint } from './guessing-ground.ts'
import { DATE_FORMS, TO_BE_SAID, type DateForm, type FieldMapping } from './import-profile.ts'
import { trimmed } from './white-space.ts'
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
  const proven = labels === undefined ? {} : valuesFromPairs(codes, header, labels, on)
  const unproven = valuesOf(header, on).filter((value) => !Object.hasOwn(proven, value) && !meant(codes, value))
  const values = { ...proven, ...toBeSaid(unproven) }
  const mapping: FieldMapping = { ...plain, from: { kind: 'column', header }, values, labelColumn: labels ?? null }
  const used = labels === undefined ? [header] : [header, labels]
  if (unproven.length === 0) return { mapping, used, open: [] }
  const message = `“${header}”里的${shownSome(unproven)}是什么意思，文件里看不出来；请向来源核实，逐个写明是${labelsOf(codes)}中的哪一个`
  return { mapping, used, open: [{ code: 'codes-unproven', field: field.name, column: header, message }] }
}

function toBeSaid(values: readonly string[]): Record<string, string> {
  return Object.fromEntries(values.map((value) => [value, TO_BE_SAID]))
}

function labelsOf(codes: CodeSetName): string {
  return codesOf(codes)
    .map(({ labels: [label] }) => label)
    .join('、')
}

function shownSome(values: readonly string[]): string {
  const shown = values.slice(0, MOST_SHOWN).map(shownValue).join('、')
  return values.length <= MOST_SHOWN ? shown : `${shown}等 ${values.length} 个`
}

const MOST_SHOWN = 10

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
  const message = `“${header}”里的${shownSome(strange)}不知道是哪个中心；请在对照表里写明各是哪个`
  return {
    mapping: { ...plain, values: { ...values, ...toBeSaid(strange) } },
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
  const what = values.length === 0 ? '是空的，看不出日期怎么写' : `里的${shownSome(strange)}不是认识的日期写法`
  const open: OpenPoint[] = []
  const at = { field: field.name, column: header }
  if (values.length === 0 || strange.length > 0)
    open.push({ code: 'form-unmatched', ...at, message: `“${header}”${what}；请选一种写法` })
  if (field.kind.kind === 'time' && forms.some((form) => !form.includes('hh')))
    open.push({
      code: 'hour-missing',
      ...at,
      message: `“${header}”有的只有日期、没有时刻，会当作 0 点；靠时刻的检测会看错，请让来源导出到时分秒`,
    })
  return { mapping: { ...plain, forms }, used: [header], open }
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
