import type { Field } from './data-set.ts'
import { DATA_SETS } from './data-sets.ts'

/** What a field's column may be called, as `plainName` writes it. */
export interface FieldNames {
  readonly own: string
  readonly aliases: readonly string[]
  /** A code field often comes as two columns, the sign and the words. */
  readonly besides: readonly string[]
}

/** A header without what people type differently: width, blanks, case, and units in brackets. */
export function plainName(header: string): string {
  return header
    .normalize('NFKC')
    .replaceAll(/[\s\ufeff]/gu, '')
    .replaceAll(/\([^)]*\)|\[[^\]]*\]/gu, '')
    .toLowerCase()
}

const ENDINGS = ['代码', '编码', '码', '名称', '文字', '说明', '描述', '中文']

/** The names of every field of every data set. */
export const FIELD_NAMES: ReadonlyMap<Field, FieldNames> = new Map(
  DATA_SETS.flatMap(({ fields }) => fields.map((field): [Field, FieldNames] => [field, namesOf(field)])),
)

function namesOf({ name, chinese, alsoCalled }: Field): FieldNames {
  const stems = [chinese, ...alsoCalled].map(plainName)
  return {
    own: plainName(chinese),
    aliases: [...alsoCalled, name].map(plainName),
    besides: stems.flatMap((stem) => ENDINGS.map((ending) => `${stem}${ending}`)),
  }
}
