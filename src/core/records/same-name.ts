import type { DataSet, Field } from './data-set.ts'
import { DATA_SETS } from './data-sets.ts'
import { englishNames } from './english-names.ts'

/** What a field's column may be called, as `plainName` writes it. */
export interface FieldNames {
  readonly own: string
  readonly aliases: readonly string[]
  /** As people who write English say the field's name: each belongs to no other field of the set. */
  readonly english: readonly string[]
  /** A code field often comes as two columns, the sign and the words. */
  readonly besides: readonly string[]
}

/** A header without what people type differently: width, blanks and what stands for them, case, and units in brackets. */
export function plainName(header: string): string {
  return header
    .normalize('NFKC')
    .replaceAll(/[\s\ufeff_.-]/gu, '')
    .replaceAll(/\([^)]*\)|\[[^\]]*\]/gu, '')
    .toLowerCase()
}

const ENDINGS = ['代码', '编码', '码', '名称', '文字', '说明', '描述', '中文', 'code', 'name', 'label', 'text']

/** The names of every field of every data set. */
export const FIELD_NAMES: ReadonlyMap<Field, FieldNames> = new Map(
  DATA_SETS.flatMap((set) => set.fields.map((field): [Field, FieldNames] => [field, namesOf(field, set)])),
)

function namesOf(field: Field, set: DataSet): FieldNames {
  const { name, chinese, alsoCalled } = field
  const stems = [chinese, ...alsoCalled, name].map(plainName)
  const others = set.fields.filter((other) => other !== field)
  const taken = new Set(
    others.flatMap((other) => [other.name, ...other.alsoCalled, ...englishNames(other, set.name)].map(plainName)),
  )
  return {
    own: plainName(chinese),
    aliases: [...alsoCalled, name].map(plainName),
    english: englishNames(field, set.name)
      .map(plainName)
      .filter((called) => !taken.has(called)),
    besides: stems.flatMap((stem) => ENDINGS.map((ending) => `${stem}${ending}`)),
  }
}
