import type { DataReport } from '../../app/proof/check-data.ts'
import type { DatabaseCheck } from '../../app/ports/data-house.ts'
import { fileSize } from '../text/file-size.ts'
import { wrapText } from '../text/wrap.ts'
import { centered, hanging, heavyRule, lightRule, type Page } from './page.ts'
import { statedLine } from './verify-page.ts'

/** A title, what was looked at, and what it comes to. */
export function dataPage(title: string, lines: readonly string[], holds: boolean, page: Page): string[] {
  const end = holds
    ? '结论：全部成立。'
    : '结论：不成立。请停止写入，保留现在的文件备查，用 mingheng restore 把最近一份成立的备份恢复到另一个文件夹。'
  return [
    heavyRule(page),
    ...centered(title, page).map(page.ink.strong),
    heavyRule(page),
    ...lines,
    lightRule(page),
    ...wrapText(end, page.columns).map(page.ink.strong),
  ]
}

export function dataLines({ databases, assessments, evidence, unopened }: DataReport, page: Page): string[] {
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
          ...statedLine(isWhole ? 'holds' : 'fails', '证据文件', evidenceText, page),
          ...listed(damaged, page),
          ...listed(
            missing.map(({ assessmentId, digest }) => `${assessmentId} 用到的 ${digest}`),
            page,
          ),
        ]
      : [...statedLine('unchecked', '考核、证据', unopened, page)]),
  ]
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
