import type { DataReport, RecordsReport } from '../../app/proof/check-data.ts'
import type { DatabaseCheck, RecordDamage, RecordsCheck } from '../../app/ports/data-house.ts'
import { dataSet } from '../../core/records/data-sets.ts'
import { fileSize } from '../text/file-size.ts'
import { wrapText } from '../text/wrap.ts'
import { centered, hanging, heavyRule, lightRule, type Page } from './page.ts'
import { statedLine } from './verify-page.ts'

export interface DataEnd {
  readonly allHold: string
  readonly broken: string
}

const OF_FOLDER: DataEnd = {
  allHold: '结论：全部成立。',
  broken: '结论：不成立。请停止写入，保留现在的文件备查，用 mingheng restore 把最近一份成立的备份恢复到另一个文件夹。',
}

/** A title, what was looked at, and what it comes to. */
export function dataPage(
  title: string,
  lines: readonly string[],
  holds: boolean,
  page: Page,
  { allHold, broken }: DataEnd = OF_FOLDER,
): string[] {
  const end = holds ? allHold : broken
  return [
    heavyRule(page),
    ...centered(title, page).map(page.ink.strong),
    heavyRule(page),
    ...lines,
    lightRule(page),
    ...wrapText(end, page.columns).map(page.ink.strong),
  ]
}

export function dataLines(
  { databases, assessments, evidence, records, unlooked, unopened }: DataReport,
  page: Page,
): string[] {
  const { files, bytes, damaged, missing } = evidence
  const isWhole = damaged.length === 0 && missing.length === 0
  const evidenceText = `${files} 个，${fileSize(bytes)}；逐个重算摘要，${damaged.length} 个与封存时不同，台账用到而没有的 ${missing.length} 个`
  return [
    ...databases.flatMap((database) => databaseLines(database, page)),
    ...(unopened === null
      ? [
          ...assessments.flatMap(({ assessmentId, tenantId, events, sheets, failures }) => [
            ...statedLine(
              failures.length === 0 ? 'holds' : 'fails',
              '考核',
              `${assessmentId}（${tenantId}）：${events} 条记录，${sheets} 张得分表复算`,
              page,
            ),
            ...listed(failures, page),
          ]),
          ...(assessments.length === 0 ? statedLine('holds', '考核', '还没有考核', page) : []),
          ...(unlooked.evidence === null
            ? statedLine(isWhole ? 'holds' : 'fails', '证据文件', evidenceText, page)
            : statedLine('unchecked', '证据文件', unlooked.evidence, page)),
          ...listed(damaged, page),
          ...listed(
            missing.map(({ assessmentId, digest }) => `${assessmentId} 用到的 ${digest}`),
            page,
          ),
        ]
      : [...statedLine('unchecked', '考核、证据', unopened, page)]),
    ...recordLines(records, page),
  ]
}

function recordLines({ check, unread }: RecordsReport, page: Page): string[] {
  if (unread !== null) return statedLine('fails', '业务记录', unread, page)
  if (check === null || check.files === 0) return statedLine('holds', '业务记录', '还没有导入过', page)
  const { shards, files, bytes, records, damages } = check
  if (shards.length > 0) return shardLines(check, page)
  const count = (kind: RecordDamage['kind']) => damages.filter((damage) => damage.kind === kind).length
  const text = `${files} 个文件，${fileSize(bytes)}，${records} 条；逐个重算摘要，${count('differs')} 个与导入时不同，${count('missing')} 个没有了`
  return [
    ...statedLine(damages.length === 0 ? 'holds' : 'fails', '业务记录', text, page),
    ...listed(damages.map(damageText), page),
  ]
}

function shardLines({ shards, files, records, damages }: RecordsCheck, page: Page): string[] {
  const text = `${files} 个批次，${records} 条；在 ${shards.length} 个分片（${shards.join('，')}）上逐批清点，与目录不符的 ${damages.length} 处`
  return [
    ...statedLine(damages.length === 0 ? 'holds' : 'fails', '业务记录', text, page),
    ...listed(damages.map(damageText), page),
  ]
}

const DAMAGES = { missing: '没有了', differs: '内容变了' } as const

function damageText(damage: RecordDamage): string {
  const { kind, path } = damage
  if (kind === 'uncounted') return `分片 ${path} 没有清点成：${damage.detail}`
  if (kind === 'columns') return `分片 ${path} 的表 ${damage.detail}`
  const { tenantId, dataSet: name, month, records } = damage
  const which = month === '' ? '已被更正的旧版本' : month
  if (kind === 'miscounted')
    return `分片 ${path}：${tenantId} 的${dataSet(name).chinese}（${which}）应有 ${records} 条，实有 ${damage.found} 条`
  return `${tenantId} 的${dataSet(name).chinese}（${which}，${records} 条）${DAMAGES[kind]}：${path}`
}

function databaseLines({ name, bytes, report, fault }: DatabaseCheck, page: Page): string[] {
  const damages = [...(fault === null ? [] : [fault]), ...(report?.damages.map(({ message }) => message) ?? [])]
  const sound =
    report === null
      ? '结构完好'
      : `${report.sound.assessments} 个考核、${report.sound.events} 条记录、${report.sound.rubrics} 份细则、${report.sound.messages} 条消息完好`
  return [
    ...statedLine(
      damages.length === 0 ? 'holds' : 'fails',
      '数据库',
      `${name}，${fileSize(bytes)}：${fault === null ? sound : '已损坏'}`,
      page,
    ),
    ...listed(damages, page),
  ]
}

const SHOWN = 5

function listed(texts: readonly string[], page: Page): string[] {
  const more = texts.length - SHOWN
  return [
    ...texts.slice(0, SHOWN).flatMap((text) => hanging('· ', text, page, 8)),
    ...(more > 0 ? [`        ……另有 ${more} 处`] : []),
  ]
}
