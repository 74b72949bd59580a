import type { Center } from '../../app/ports/notice-archive.ts'
import { codesOf } from '../../core/records/code-sets.ts'
import type { Field } from '../../core/records/data-set.ts'
import { dataSet } from '../../core/records/data-sets.ts'
import {
  DATE_FORMS,
  ELSEWHERE,
  OTHERS,
  TO_BE_SAID,
  type FieldMapping,
  type ImportProfile,
} from '../../core/records/import-profile.ts'
import { USUAL_PRIVACY } from '../../core/records/mask.ts'
import type { Privacy } from '../../core/records/import-profile.ts'

/**
 * A profile as a person reads and corrects it, all in Chinese: `"评价时间": { "列": …, "写法": […] }`, or only the column's
 * name where nothing else is to be said. Required fields that have no column yet stand there too, empty.
 */
export function profileFile(profile: ImportProfile, centers: readonly Center[]): string {
  const set = dataSet(profile.dataSet)
  const fields = set.fields.flatMap((field): [string, unknown][] => {
    const mapping = profile.columns[field.name]
    if (mapping) return [[field.chinese, mappingFile(field, mapping, centers)]]
    return field.isRequired ? [[field.chinese, '']] : []
  })
  const file = {
    [PROFILE_KEYS.help]: HELP,
    [PROFILE_KEYS.title]: profile.title,
    [PROFILE_KEYS.dataSet]: set.chinese,
    [PROFILE_KEYS.source]: profile.source,
    [PROFILE_KEYS.fields]: Object.fromEntries(fields),
    [PROFILE_KEYS.ignored]: profile.ignored,
  }
  return `${JSON.stringify(file, null, 2)}\n`
}

export const PROFILE_KEYS = {
  help: '说明',
  title: '名称',
  dataSet: '数据集',
  source: '来源',
  fields: '字段',
  ignored: '忽略',
} as const

export const MAPPING_KEYS = {
  column: '列',
  constant: '固定值',
  label: '文字列',
  values: '对照',
  forms: '写法',
  privacy: '个人信息',
} as const

/** For centers: any value that has no line of its own, and a center of another district. */
export const OTHERS_WORD = '其他'
export const ELSEWHERE_WORD = '外区'

export const PRIVACY_WORDS: Readonly<Record<Privacy, string>> = { keep: '保留', mask: '遮盖', drop: '不存' }

const HELP: readonly string[] = [
  '“来源”是哪个系统：同一系统的各种导出写同一个名称，更正才能对上原来的记录。',
  '“字段”左边是字段，右边是文件里的列名；没有这一列、各行都一样的，写 {"固定值": "…"}；用不到的字段删去。',
  '“对照”左边是文件里的写法，右边是它的意思；还空着的请向来源核实后填上，不要猜。外区的中心写“外区”；左边写“其他”的，是其余各个。',
  `“写法”是日期的写法，可以有几种：${Object.keys(DATE_FORMS).join('、')}。`,
  '只写列名、不写“对照”和“写法”也可以：再导入一次（不加 --yes），程序从文件里补上，给您再看。',
  '“个人信息”是保留、遮盖或不存。文件里没有对应字段的列写进“忽略”。',
]

function mappingFile(field: Field, mapping: FieldMapping, centers: readonly Center[]): unknown {
  const { from, labelColumn, values, forms, privacy } = mapping
  const usual = field.personal === null ? 'keep' : USUAL_PRIVACY[field.personal]
  const said = {
    ...(labelColumn === null ? {} : { [MAPPING_KEYS.label]: labelColumn }),
    ...valuesFile(field, values, centers),
    ...(forms === null ? {} : { [MAPPING_KEYS.forms]: forms }),
    ...(privacy === usual ? {} : { [MAPPING_KEYS.privacy]: PRIVACY_WORDS[privacy] }),
  }
  if (from.kind === 'constant') return { [MAPPING_KEYS.constant]: from.value, ...said }
  return Object.keys(said).length === 0 ? from.header : { [MAPPING_KEYS.column]: from.header, ...said }
}

/** What every center is called goes without saying. */
function valuesFile({ kind }: Field, values: FieldMapping['values'], centers: readonly Center[]): object {
  const said = Object.entries(values ?? {}).flatMap(([from, to]): [string, string][] => {
    if (kind.kind === 'center' && (from === OTHERS || to === ELSEWHERE))
      return [[from === OTHERS ? OTHERS_WORD : from, to === ELSEWHERE ? ELSEWHERE_WORD : to]]
    if (to === TO_BE_SAID) return [[from, '']]
    if (kind.kind === 'code') return [[from, codesOf(kind.codes).find(({ code }) => code === to)?.labels[0] ?? to]]
    const center = centers.find(({ id }) => id === to)
    return center?.name === from ? [] : [[from, center?.name ?? to]]
  })
  return said.length === 0 ? {} : { [MAPPING_KEYS.values]: Object.fromEntries(said) }
}
