import { codesOf } from './code-sets.ts'
import type { DataSet, Field } from './data-set.ts'
import { dataSet } from './data-sets.ts'
import { ELSEWHERE, OTHERS, TO_BE_SAID, type FieldMapping, type ImportProfile } from './import-profile.ts'
import { trimmed } from './white-space.ts'
import { shownValue } from './shown-value.ts'

/** What can be wrong with a profile by itself, before any file. A test walks the catalogue. */
export const PROFILE_FAULTS = {
  'source-wrong': (source: string) => `来源${shownValue(source)}不能作名称；请用 1 到 60 个字，不含空格和 : / @`,
  'title-missing': () => '没有名称；请写上这是哪个系统的导出',
  'field-unknown': (field: string, set: string) => `${set}没有“${field}”这个字段；请删去`,
  'field-unmapped': (field: string) => `必填的“${field}”没有对应的列；请指定一列，或写一个固定值`,
  'column-blank': (field: string) => `“${field}”对应的列没有名称；请写上列名`,
  'forms-missing': (field: string) => `“${field}”没有说明日期怎么写；请至少选一种写法`,
  'forms-unexpected': (field: string) => `“${field}”不是日期，不能有日期写法；请删去`,
  'values-unexpected': (field: string) => `“${field}”不是代码也不是中心，不能有对照表；请删去`,
  'value-open': (field: string, from: string) =>
    `“${field}”的对照表没有写明${from === OTHERS ? '其余各个' : shownValue(from)}的意思；请向来源核实后填上`,
  'elsewhere-unfit': (field: string) => `“${field}”是记录所属的中心，不能是外区的；不归本区考核的行请从文件里去掉`,
  'value-spaced': (field: string, from: string) =>
    `“${field}”的对照表里${shownValue(from)}前后有空格，永远对不上；请去掉空格`,
  'key-constant': () => '编号不能是固定值，否则各行都是同一条记录；请指定一列',
  'required-dropped': (field: string) => `“${field}”必填，不能不存；请改为保留或遮盖`,
  'value-unknown': (field: string, from: string, to: string) =>
    `“${field}”的对照表把${shownValue(from)}写成了${shownValue(to)}，没有这个代码；请改正`,
  'label-unexpected': (field: string) => `“${field}”不是代码，不能有文字列；请删去`,
  'label-same-column': (field: string) => `“${field}”的文字列和代码列是同一列；请删去其中一个`,
  'ignored-mapped': (column: string) => `“${column}”这一列既对应了字段，又列为忽略；请留一个`,
} as const

export type ProfileFaultCode = keyof typeof PROFILE_FAULTS

export interface ProfileFault {
  readonly code: ProfileFaultCode
  /** By name; null for the whole profile. */
  readonly field: string | null
  readonly message: string
}

/** Whether the profile says everything that its data set needs, and nothing that it cannot mean. */
export function checkProfile(profile: ImportProfile): readonly ProfileFault[] {
  const set = dataSet(profile.dataSet)
  const isStrange = (name: string) => set.fields.every((field) => field.name !== name)
  return [
    ...(SOURCE.test(profile.source) ? [] : [fault(null, 'source-wrong', profile.source)]),
    ...(profile.title.trim() === '' ? [fault(null, 'title-missing')] : []),
    ...Object.keys(profile.columns)
      .filter(isStrange)
      .map((name) => fault(name, 'field-unknown', name, set.chinese)),
    ...set.fields.flatMap((field) => checkField(field, profile.columns[field.name])),
    ...checkIgnored(set, profile),
  ]
}

/** How a file's header and the profile differ: columns that the profile needs, and columns that it does not know. */
export function checkHeader(
  profile: ImportProfile,
  header: readonly string[],
): {
  readonly missing: readonly { readonly column: string; readonly field: string }[]
  readonly unknown: readonly string[]
} {
  const needed = columnsNeeded(profile)
  const known = new Set([...needed.map(({ column }) => column), ...profile.ignored])
  return {
    missing: needed.filter(({ column }) => !header.includes(column)),
    unknown: header.filter((column) => !known.has(column)),
  }
}

const SOURCE = /^[^\p{Z}\p{Cc}:/@]{1,60}$/u

function columnsNeeded({ dataSet: name, columns }: ImportProfile): { column: string; field: string }[] {
  return dataSet(name).fields.flatMap(({ name: own, chinese }) => {
    const mapping = columns[own]
    if (!mapping) return []
    const needed = mapping.from.kind === 'column' ? [mapping.from.header] : []
    return [...needed, ...(mapping.labelColumn === null ? [] : [mapping.labelColumn])].map((column) => ({
      column,
      field: chinese,
    }))
  })
}

function checkField(field: Field, mapping: FieldMapping | undefined): readonly ProfileFault[] {
  const { name, chinese, kind } = field
  if (!mapping) return field.isRequired ? [fault(name, 'field-unmapped', chinese)] : []
  const isDay = kind.kind === 'date' || kind.kind === 'time'
  const hasForms = mapping.forms !== null && mapping.forms.length > 0
  const faults: ProfileFault[] = []
  if (mapping.from.kind === 'column' && mapping.from.header === '') faults.push(fault(name, 'column-blank', chinese))
  if (isDay && !hasForms) faults.push(fault(name, 'forms-missing', chinese))
  if (!isDay && hasForms) faults.push(fault(name, 'forms-unexpected', chinese))
  if (mapping.values !== null && kind.kind !== 'code' && kind.kind !== 'center')
    faults.push(fault(name, 'values-unexpected', chinese))
  if (mapping.labelColumn !== null && kind.kind !== 'code') faults.push(fault(name, 'label-unexpected', chinese))
  if (mapping.from.kind === 'column' && mapping.labelColumn === mapping.from.header)
    faults.push(fault(name, 'label-same-column', chinese))
  if (mapping.from.kind === 'constant' && name === 'record_id') faults.push(fault(name, 'key-constant'))
  if (mapping.privacy === 'drop' && field.isRequired) faults.push(fault(name, 'required-dropped', chinese))
  return [...faults, ...checkValues(field, mapping)]
}

/** Which centers there are is not known here: a value that means none is a fault of the row that holds it. */
function checkValues({ name, chinese, kind }: Field, { values }: FieldMapping): readonly ProfileFault[] {
  const known = kind.kind === 'code' ? codesOf(kind.codes).map(({ code }) => code) : null
  return Object.entries(values ?? {}).flatMap(([from, to]) => {
    if (to === TO_BE_SAID) return [fault(name, 'value-open', chinese, from)]
    if (to === ELSEWHERE && name === 'center_id') return [fault(name, 'elsewhere-unfit', chinese)]
    if (trimmed(from) !== from) return [fault(name, 'value-spaced', chinese, from)]
    return known === null || known.includes(to) ? [] : [fault(name, 'value-unknown', chinese, from, to)]
  })
}

/** Fields with personal data that the profile keeps as the source wrote them: a person must know of each. */
export function exposedFields({ dataSet: name, columns }: ImportProfile): readonly Field[] {
  return dataSet(name).fields.filter((field) => field.personal !== null && columns[field.name]?.privacy === 'keep')
}

function checkIgnored(set: DataSet, profile: ImportProfile): readonly ProfileFault[] {
  const used = new Set(columnsNeeded({ ...profile, dataSet: set.name }).map(({ column }) => column))
  return profile.ignored.filter((column) => used.has(column)).map((column) => fault(null, 'ignored-mapped', column))
}

function fault<Code extends ProfileFaultCode>(
  field: string | null,
  code: Code,
  ...facts: Parameters<(typeof PROFILE_FAULTS)[Code]>
): ProfileFault {
  const say: (...facts: readonly string[]) => string = PROFILE_FAULTS[code]
  return { code, field, message: say(...facts) }
}
