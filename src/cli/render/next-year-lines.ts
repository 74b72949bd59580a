import type { CenterStanding, NextYear } from '../../core/analysis/next-year/next-year.ts'
import { CHANGE_WORDS } from '../../core/analysis/next-year/notice-change-sides.ts'
import { formatPoints } from '../../core/kernel/points.ts'
import type { Rubric } from '../../core/rubric/rubric.ts'
import { displayWidth } from '../text/display-width.ts'
import { hanging, heavyRule, lightRule, type Page } from './page.ts'

/** The answer first, then centers, changes, what was not taken over, and the draft's faults. */
export function nextYearLines(told: NextYear, before: Rubric, after: Rubric, page: Page): string[] {
  const { ink } = page
  const plain = (label: string, text: string) => hanging(label, text, page, 0, { label: ink.faint })
  return [
    heavyRule(page),
    ...plain('今年  ', before.title),
    ...plain('另一份  ', after.title),
    heavyRule(page),
    ...hanging('', told.lead, page, 0, { text: ink.strong }),
    '',
    ...centerLines(told),
    lightRule(page),
    ...told.changes.flatMap((change) => changeLines(change, page)),
    ...(told.apartSays === '' ? [] : hanging('', told.apartSays, page, 0)),
    ...part('带不过去的', told.notCarried.map(leftLine), page),
    ...part('要重新裁量的', told.undecided.map(undecidedLine), page),
    ...part(
      '今年的记录看不出的',
      told.unseen.map(({ place, says }) => `${place}  ${says}`),
      page,
    ),
    ...part('这份通知可以写得更好的地方', told.faults.map(faultLine), page),
  ]
}

function centerLines({ centers }: NextYear): string[] {
  const widest = Math.max(...centers.map(({ centerName }) => displayWidth(centerName)), 0)
  const rank = Math.max(...centers.map(({ before }) => displayWidth(standing(before))), 0)
  const padded = (text: string, width: number) => text + ' '.repeat(width - displayWidth(text))
  return centers.map(
    ({ centerName, before, after }) =>
      `${padded(centerName, widest)}  ${padded(standing(before), rank)}  →  ${standing(after)}`,
  )
}

function standing({ score, rank, isTied }: CenterStanding): string {
  return `${formatPoints(score).padStart(6)} 第${rank}${isTied ? '（并列）' : ''}`
}

function changeLines({ name, before, after, says }: NextYear['changes'][number], page: Page): string[] {
  const { ink } = page
  const side = (label: string, one: typeof before) =>
    one === null
      ? []
      : hanging(label, [one.text, one.reading].filter((text) => text !== '').join('：'), page, 2, { label: ink.faint })
  const head = `${CHANGE_WORDS[name]} ${after?.place ?? before?.place ?? ''}`
  return [
    ...hanging('', head, page, 0, { text: ink.strong }),
    ...side('前 ', before),
    ...side('后 ', after),
    ...hanging('影响 ', says, page, 2, { label: ink.faint }),
    '',
  ]
}

function leftLine({ kind, place, says, cases, counted }: NextYear['notCarried'][number]): string {
  if (kind === 'answer') return `${place}  口径：${says}`
  return `${place}  ${cases}件（已计分${counted}件）：${says}`
}

function undecidedLine({ number, centerName, place, says }: NextYear['undecided'][number]): string {
  return `${place}  第${number}号 ${centerName}：${says}`
}

function faultLine({ place, title, says }: NextYear['faults'][number]): string {
  return `${place === '' ? '全文' : place}  ${title}：${says}`
}

function part(title: string, lines: readonly string[], page: Page): string[] {
  if (lines.length === 0) return []
  return [
    lightRule(page),
    ...hanging('', title, page, 0, { text: page.ink.strong }),
    ...lines.flatMap((line) => hanging('· ', line, page, 0)),
  ]
}
