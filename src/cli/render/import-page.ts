import type { ImportOutcome, ImportReport } from '../../app/ports/record-store.ts'
import { dataSet } from '../../core/records/data-sets.ts'
import type { ImportProfile } from '../../core/records/import-profile.ts'
import { wrapText } from '../text/wrap.ts'
import { faultLines } from './fault-lines.ts'
import { grouped } from './grouped.ts'
import { centered, hanging, heavyRule, lightRule, type Page } from './page.ts'

export function importedPage(
  {
    fileName,
    rows,
    added,
    corrected,
    unchanged,
    leftOut,
    months,
    source,
    dataSet: name,
    calendarVersion,
  }: ImportReport,
  seconds: number,
  page: Page,
): string[] {
  const set = dataSet(name)
  const rate = seconds >= 1 && rows >= WORTH_A_RATE ? `，每秒 ${grouped(Math.round(rows / seconds))} 行` : ''
  const end =
    unchanged === rows
      ? '这份文件里的记录早已导入，都与现有的相同，没有改变什么。'
      : corrected === 0
        ? '已导入。'
        : '已导入；更正的记录，原来的一版仍可以用 mingheng records 查看。'
  return [
    heavyRule(page),
    ...centered(`导入 ${fileName}`, page).map(page.ink.strong),
    heavyRule(page),
    ...hanging('数据集  ', `${set.chinese}，来源 ${source}`, page, 0),
    ...hanging('共      ', `${grouped(rows)} 行${monthsWords(months)}，用时 ${seconds.toFixed(1)} 秒${rate}`, page, 0),
    ...hanging('新增    ', `${grouped(added)} 条`, page, 0),
    ...hanging('更正    ', `${grouped(corrected)} 条`, page, 0),
    ...hanging('原样    ', `${grouped(unchanged)} 条`, page, 0),
    ...(leftOut === 0 ? [] : hanging('略去    ', `${grouped(leftOut)} 行：错误文件里已删去`, page, 0)),
    ...(leftOut === 0
      ? []
      : hanging('略去    ', `${grouped(leftOut)} 行：错误文件里删掉了，没有导入`, page, 0, { text: page.ink.open })),
    ...hanging('工作日  ', `按 ${calendarVersion} 计`, page, 0),
    lightRule(page),
    ...wrapText(end, page.columns).map(page.ink.strong),
  ]
}

/** Of fewer rows a rate says nothing. */
const WORTH_A_RATE = 10_000

export interface FaultyPageGiven {
  readonly fileName: string
  readonly profile: ImportProfile
  readonly profilePath: string
  readonly outcome: Extract<ImportOutcome, { readonly kind: 'faulty' }>
  /** Where the faulty rows were written for correction; null where they could not be. */
  readonly errorPath: string | null
  /** What to run once they are corrected, as it would be typed. */
  readonly again: string
}

const SHOWN = 12

export function faultyPage(given: FaultyPageGiven, page: Page): string[] {
  const { fileName, profile, profilePath, outcome, errorPath, again } = given
  const { ink } = page
  const { rows, faulty, faults } = outcome
  return [
    heavyRule(page),
    ...centered(`${fileName} 有错，一行也没有导入`, page).map(ink.strong),
    heavyRule(page),
    ...hanging('方案  ', `${profile.title}（${profilePath}）`, page, 0),
    ...hanging('共    ', `${grouped(rows)} 行，有错的 ${grouped(faulty)} 行`, page, 0),
    lightRule(page),
    ...faultLines(faults, SHOWN, page),
    lightRule(page),
    ...(errorPath === null
      ? hanging('', `写不出错误文件；有错的行在 ${outcome.errorFile}。请在原文件里改正，再导入一次。`, page, 0)
      : [
          ...hanging(
            '',
            `有错的行和各自的错写在 ${errorPath}。在那里改正后，直接导入它，整份文件就一起导入：`,
            page,
            0,
          ),
          `  ${ink.primary(again)}`,
        ]),
    ...hanging('', `若错在方案（列、对照、日期写法），改好 ${profilePath} 后，加 --yes 重新导入原文件。`, page, 0),
  ]
}

function monthsWords(months: readonly string[]): string {
  const sorted = months.toSorted()
  const [first = ''] = sorted
  const last = sorted.at(-1) ?? first
  if (first === '') return ''
  return first === last ? `，都在 ${first}` : `，${first} 至 ${last} 共 ${months.length} 个月`
}
