import { CODE_SETS, codesOf, type Code, type CodeSet, type CodeSetName } from './code-sets.ts'
import type { Field } from './data-set.ts'
import { readInstant } from './date-patterns.ts'
import type { GuessingGround, OpenPoint } from './guessing-ground.ts'
import { DATE_FORMS, OTHERS, TO_BE_SAID, type DateForm, type FieldMapping } from './import-profile.ts'
import { trimmed } from './white-space.ts'
import { USUAL_PRIVACY } from './mask.ts'
import { shownValue } from './shown-value.ts'

/** How one field is mapped, which columns that takes, and what a person must still say. */
export interface GuessedMapping {
  readonly mapping: FieldMapping
  readonly used: readonly string[]
  readonly open: readonly OpenPoint[]
}

/** `own` are all columns that may belong to the field, the likeliest first; `said` is what a person has said of values already. */
export function guessMapping(
  field: Field,
  own: readonly string[],
  on: GuessingGround,
  said: FieldMapping['values'] = null,
): GuessedMapping {
  const privacy = field.personal === null ? 'keep' : USUAL_PRIVACY[field.personal]
  const [header = ''] = own
  const from = { kind: 'column', header } as const
  const plain: FieldMapping = { from, values: null, labelColumn: null, forms: null, privacy }
  switch (field.kind.kind) {
    case 'code':
      return guessCodes(field, field.kind.codes, plain, own, on)
    case 'center':
      return guessCenters(field, plain, on, said)
    case 'date':
    case 'time':
      return guessForms(field, plain, on)
    case 'id':
    case 'text':
    case 'count':
      return { mapping: plain, used: [header], open: [] }
  }
}

/** Where one holds words and another signs, the words explain the signs. */
function guessCodes(
  field: Field,
  codes: CodeSetName,
  plain: FieldMapping,
  own: readonly string[],
  on: GuessingGround,
): GuessedMapping {
  const labels = own.find((header) => areWords(codes, valuesOf(header, on)))
  const signs = own.find((header) => header !== labels && valuesOf(header, on).length > 0)
  const header = signs ?? labels ?? own[0] ?? ''
  const beside = signs === undefined ? null : (labels ?? null)
  const proven = beside === null ? {} : valuesFromPairs(codes, header, beside, on)
  const unproven = valuesOf(header, on)
    .filter((value) => !Object.hasOwn(proven, value) && !meant(codes, value))
    .toSorted()
  const said = { ...proven, ...toBeSaid(unproven) }
  const values = beside === null && unproven.length === 0 ? null : said
  const mapping: FieldMapping = { ...plain, from: { kind: 'column', header }, values, labelColumn: beside }
  const used = beside === null ? [header] : [header, beside]
  return { mapping, used, open: unsaid(field, header, unproven) }
}

/** What these values of a column mean a person must say; nothing where there are none. */
export function unsaid(field: Field, column: string, values: readonly string[]): readonly OpenPoint[] {
  const { kind, name } = field
  if (values.length === 0) return []
  if (kind.kind !== 'code') {
    const others = name === 'center_id' ? '' : '；都在外区的，在“其他”右边写“外区”'
    const message = `“${column}”里的${shownSome(values)}不知道是哪个中心；请在对照表里写明各是哪个${others}`
    return [{ code: 'center-unmatched', field: name, column, message }]
  }
  const message = `“${column}”里的${shownSome(values)}是什么意思，文件里看不出来${standardOf(kind.codes, values)}；请向来源核实，逐个写明是${labelsOf(kind.codes)}中的哪一个`
  return [{ code: 'codes-unproven', field: name, column, message }]
}

/** What a standard says is a hint and no proof: other sources print the same digits the other way round. */
function standardOf(codes: CodeSetName, values: readonly string[]): string {
  const { source }: CodeSet = CODE_SETS[codes]
  const said = codesOf(codes).filter(({ standard }) => standard !== null && values.includes(standard))
  if (source === null || said.length === 0) return ''
  const digits = said.map(({ standard, labels: [label] }) => `${standard ?? ''} 是${label}`).join('、')
  return `（${source} 里 ${digits}，但有的来源正好相反）`
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
function guessCenters(
  field: Field,
  plain: FieldMapping,
  on: GuessingGround,
  said: FieldMapping['values'],
): GuessedMapping {
  const header = headerOf(plain)
  const found = valuesOf(header, on).map((value) => {
    const exact = on.centers.find(({ id, name }) => id === value || name === value)
    const within = on.centers.filter(({ name }) => value.includes(name))
    return { value, center: exact ?? (within.length === 1 ? within[0] : undefined) }
  })
  const values: Record<string, string> = Object.fromEntries(on.centers.map(({ id, name }) => [name, id]))
  for (const { value, center } of found) if (center && center.id !== value) values[value] = center.id
  const strange = found.filter(({ value, center }) => !center && !isSaid(value, said)).map(({ value }) => value)
  // Of the centers of a whole city most are in other districts: they are said all at once.
  const isAtOnce = field.name !== 'center_id' && strange.length > 0
  const open = toBeSaid(isAtOnce ? [OTHERS] : strange)
  return { mapping: { ...plain, values: { ...values, ...open } }, used: [header], open: unsaid(field, header, strange) }
}

function isSaid(value: string, said: FieldMapping['values']): boolean {
  const meaning = said?.[Object.hasOwn(said, value) ? value : OTHERS]
  return meaning !== undefined && meaning !== TO_BE_SAID
}

/** The forms that the sample is written in. An empty sample proves none. */
function guessForms(field: Field, plain: FieldMapping, on: GuessingGround): GuessedMapping {
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

/** A source prints a word or two that no standard knows: the others still tell what the column is. */
function areWords(codes: CodeSetName, values: readonly string[]): boolean {
  const known = values.filter((value) => meant(codes, value)).length
  return known > 0 && known * 2 >= values.length
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
