import type { SourceColumn, SourceForm } from '../source-form.ts'

/** The systems, by their source: how the files of each are named and written. */
const SYSTEMS = {
  acceptance: { name: '综合受理系统', kind: 'csv', encoding: 'gb18030' },
  onenet: { name: '一网通办平台', kind: 'jsonl', encoding: 'utf-8' },
  transfer: { name: '收受分离', kind: 'csv', encoding: 'utf-16le' },
  licence: { name: '电子证照', kind: 'jsonl', encoding: 'utf-8' },
  evaluator: { name: '窗口评价器', kind: 'csv', encoding: 'gb18030' },
  'city-rating': { name: '市好差评平台', kind: 'csv', encoding: 'utf-8-bom' },
  hotline: { name: '12345热线', kind: 'xlsx', encoding: 'utf-8' },
  booking: { name: '网上预约', kind: 'jsonl', encoding: 'utf-8' },
  queue: { name: '叫号系统', kind: 'csv', encoding: 'utf-8' },
  repair: { name: '设备报修', kind: 'xlsx', encoding: 'utf-8' },
  attendance: { name: '考勤系统', kind: 'csv', encoding: 'gb18030' },
  'item-lists': { name: '事项清单', kind: 'csv', encoding: 'utf-8-bom' },
  office: { name: '区办', kind: 'xlsx', encoding: 'utf-8' },
} as const

/** What makes a file of a system its own; `content` is the rest of its name. */
interface OwnForm extends Pick<SourceForm, 'profileId' | 'title'>, Partial<Pick<SourceForm, 'kind' | 'encoding'>> {
  readonly content: string
}

/** What a system exports of one data set, written as it writes all of its files where the form says nothing else. */
export function formOf(
  source: keyof typeof SYSTEMS,
  dataSet: SourceForm['dataSet'],
  { profileId, title, content, kind = SYSTEMS[source].kind, encoding = SYSTEMS[source].encoding }: OwnForm,
  columns: readonly SourceColumn[],
): SourceForm {
  const fileName = `${SYSTEMS[source].name}-${content}.${kind}`
  return { profileId, title, fileName, dataSet, source, kind, encoding, columns }
}
