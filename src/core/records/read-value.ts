import type { CenterId } from '../kernel/identifiers.ts'
import { codesOf, type Code, type CodeSetName } from './code-sets.ts'
import type { Field } from './data-set.ts'
import { EARLIEST_DAY, LATEST_DAY, readInstant } from './date-patterns.ts'
import { DATE_FORMS, ELSEWHERE, OTHERS, type DateForm, type FieldMapping } from './import-profile.ts'
import type { RecordFaultCode, RECORD_FAULTS } from './record-faults.ts'
import { shownValue } from './shown-value.ts'
import { trimmed } from './white-space.ts'
import type { WorkdayLine } from './workday-line.ts'

/** Text for ids, codes, dates (`2021-03-01`) and times (`2021-03-01 09:30:00`), whole numbers for counts, null for empty. */
export type KeptValue = string | number | null

export type ReadValue =
  | { readonly ok: true; readonly value: KeptValue }
  | {
      readonly ok: false
      readonly code: RecordFaultCode
      readonly facts: readonly string[]
      readonly isOfLabel: boolean
    }

/** What a value may need to be read: the centers that are assessed, and the days that working days are known for. */
export interface ReadingGround {
  readonly centers: ReadonlySet<CenterId>
  readonly line: Pick<WorkdayLine, 'from' | 'to'>
}

/**
 * One cell as the field's value, before any masking. `label` is the cell of the label column, empty where there is none. The
 * same rules stand in SQL where files are imported; a property test holds the two together.
 */
export function readValue(
  field: Field,
  mapping: FieldMapping,
  cell: string,
  label: string,
  on: ReadingGround,
): ReadValue {
  const text = trimmed(cell)
  const { kind } = field
  if (kind.kind === 'code') return readCode(field, kind.codes, mapping, text, trimmed(label))
  if (text === '') return field.isRequired ? fault('value-missing') : value(null)
  switch (kind.kind) {
    case 'id':
      return ID.test(text) ? value(text) : fault('id-wrong', text)
    case 'text':
      return lengthOf(text) <= 4000 ? value(text) : fault('text-too-long', text)
    case 'center': {
      const center = mappedText(mapping, text)
      if (on.centers.has(center as CenterId)) return value(center)
      return isElsewhere(field, mapping, text) ? value(ELSEWHERE) : fault('center-unknown', text)
    }
    case 'count':
      return COUNT.test(text) && Number(text) <= 2_000_000_000 ? value(Number(text)) : fault('count-wrong', text)
    case 'date':
    case 'time':
      return readDay(field, mapping.forms ?? [], text, on)
  }
}

/** 1 to 120 characters, no separators and no controls; RE2 reads it the same. */
export const ID_PATTERN = '^[^\\p{Z}\\p{Cc}\\x{FEFF}]{1,120}$'
const ID = /^[^\p{Z}\p{Cc}\uFEFF]{1,120}$/u
/** At most ten digits, so that a number never overflows before it is compared. */
const COUNT = /^[0-9]{1,10}$/u

function readDay(field: Field, forms: readonly DateForm[], text: string, { line }: ReadingGround): ReadValue {
  const read = readInstant(text, forms)
  if (!read) return fault('date-wrong', text, forms.map((form) => DATE_FORMS[form]).join('、'))
  const isCounted = field.derives.includes('start') || field.derives.includes('stop')
  const [from, to] = isCounted ? [line.from as string, line.to as string] : [EARLIEST_DAY, LATEST_DAY]
  if (read.day < from || read.day > to) return fault('date-outside', text, from, to)
  return value(field.kind.kind === 'date' ? read.day : `${read.day} ${read.time}`)
}

function readCode(field: Field, codes: CodeSetName, mapping: FieldMapping, text: string, label: string): ReadValue {
  const own = text === '' ? null : codeMeant(codes, mapping, text)
  if (own === undefined) return fault('code-unknown', text, knownValues(codes, mapping), label)
  const said = label === '' ? null : codeMeant(codes, mapping, label)
  if (said === undefined) return labelFault('code-unknown', label, knownValues(codes, mapping), '')
  if (own !== null && said !== null && own.code !== said.code)
    return fault('label-contradicts', text, label, own.labels[0])
  const code = own ?? said
  if (code !== null) return value(code.code)
  return field.isRequired ? fault('value-missing') : value(null)
}

/** By the profile's map, or because it is the code's own word or label. A digit is neither. */
function codeMeant(codes: CodeSetName, mapping: FieldMapping, text: string): Code | undefined {
  const mapped = mappedText(mapping, text)
  return codesOf(codes).find(({ code, labels }) => code === mapped || (mapped === text && labels.includes(text)))
}

function isElsewhere({ name }: Field, { values }: FieldMapping, text: string): boolean {
  if (name === 'center_id' || values === null) return false
  return values[Object.hasOwn(values, text) ? text : OTHERS] === ELSEWHERE
}

function mappedText({ values }: FieldMapping, text: string): string {
  return values !== null && Object.hasOwn(values, text) ? (values[text] ?? text) : text
}

function knownValues(codes: CodeSetName, { values }: FieldMapping): string {
  const known = [...Object.keys(values ?? {}), ...codesOf(codes).map(({ labels }) => labels[0])]
  const shown = known.slice(0, MOST_SHOWN).map(shownValue).join('、')
  return known.length <= MOST_SHOWN ? shown : `${shown}等 ${known.length} 种`
}

/** So that a message stays one line. */
const MOST_SHOWN = 12

/** In characters, as SQL counts them, and not in UTF-16 units. */
function lengthOf(text: string): number {
  return text.length - (text.match(/[\ud800-\udbff]/g)?.length ?? 0)
}

function value(kept: KeptValue): ReadValue {
  return { ok: true, value: kept }
}

function fault<FaultCode extends RecordFaultCode>(
  code: FaultCode,
  ...facts: Parameters<(typeof RECORD_FAULTS)[FaultCode]>
): ReadValue {
  return { ok: false, code, facts, isOfLabel: false }
}

function labelFault(code: 'code-unknown', ...facts: Parameters<(typeof RECORD_FAULTS)['code-unknown']>): ReadValue {
  return { ok: false, code, facts, isOfLabel: true }
}
