import { basename } from '../text/basename.ts'
import type { EvidenceFolderReport } from '../../app/proof/check-evidence-folder.ts'
import { formatPoints } from '../../core/kernel/points.ts'
import type { Check, Failure } from '../../core/proof/check-book.ts'
import type { Verification } from '../../core/proof/verification.ts'
import { displayWidth, padEnd } from '../text/display-width.ts'
import { table, type Column } from '../text/table.ts'
import { CHECK_STATES, CHECK_WORDS } from './check-words.ts'
import { centered, hanging, heavyRule, lightRule, type Page } from './page.ts'
import { wrapText } from '../text/wrap.ts'

export type Verified = Extract<Verification, { kind: 'verified' }>

/** One screen: what the file is about, what holds and what does not, the scores as recomputed, and what that means. */
export function verifyPage(path: string, verified: Verified, files: EvidenceFolderReport | null, page: Page): string[] {
  const { ink } = page
  return [
    heavyRule(page),
    ...centered(verified.about.title ?? `核验 ${basename(path)}`, page).map(ink.strong),
    ...aboutLines(verified, page),
    heavyRule(page),
    ...verified.checks.flatMap((check) => checkLines(check, page)),
    ...(files === null ? [] : fileLines(files, page)),
    ...anchorLines(verified, page),
    ...sheetLines(verified, page),
    lightRule(page),
    ...wrapText(conclusion(verified, files), page.columns).map(ink.strong),
    ...wrapText(caution(verified), page.columns).map(ink.faint),
  ]
}

export function holdsWhole({ holds }: Verified, files: EvidenceFolderReport | null): boolean {
  return holds && (files === null || isWhole(files))
}

function aboutLines({ opening, about, head }: Verified, page: Page): string[] {
  const { header, centerId, madeAt, program } = opening
  const period = about.periodFrom === null ? '' : `，${about.periodFrom} 至 ${about.periodTo ?? ''}`
  const part = centerId === null ? '整个考核' : `${about.centers.get(centerId) ?? centerId}自己的部分`
  const withheld = about.withheld === 0 ? '' : `，其余 ${about.withheld} 条记录只附摘要`
  const algorithm = header.algorithm === 'sm3' ? 'SM3' : 'SHA-256'
  return [
    ...hanging('考核  ', `${header.assessmentId}（${header.tenantId}）${period}`, page, 0),
    ...hanging('范围  ', `${part}${withheld}；台账到第 ${head.seq} 号`, page, 0),
    ...hanging('导出  ', `${madeAt.slice(0, 16).replace('T', ' ')}，明衡 ${program}，摘要用 ${algorithm}`, page, 0),
  ]
}

const NAME_WIDTH = Math.max(...Object.values(CHECK_WORDS).map(([name]) => displayWidth(name)))

function checkLines(check: Check, page: Page): string[] {
  const [name, holds] = CHECK_WORDS[check.what]
  const text =
    check.state === 'holds'
      ? holds(check.counted)
      : check.state === 'unchecked'
        ? '在这里无从核对：前面有问题，或细则由另一版本的程序读成'
        : `${check.failed} 处不符`
  return [
    ...statedLine(check.state, name, text, page),
    ...check.failures.flatMap((failure) => failureLines(failure, page)),
    ...(check.failed > check.failures.length ? [`${INDENT}……另有 ${check.failed - check.failures.length} 处`] : []),
  ]
}

const INDENT = ' '.repeat(8)

export function statedLine(state: keyof typeof CHECK_STATES, name: string, text: string, page: Page): string[] {
  const label = `${padEnd(CHECK_STATES[state], 6)}  ${padEnd(name, NAME_WIDTH)}  `
  return hanging(label, text, page, 0, state === 'holds' ? {} : { label: page.ink.strong, text: page.ink.strong })
}

function failureLines({ line, seq, message }: Failure, page: Page): string[] {
  const places = [line === null ? [] : [`第 ${line} 行`], seq === null ? [] : [`第 ${seq} 号记录`]].flat()
  const place = places.length === 0 ? '' : `${places.join('，')}：`
  return hanging('· ', `${place}${message}`, page, INDENT.length)
}

const SHOWN = 3

function fileLines(files: EvidenceFolderReport, page: Page): string[] {
  const { listed, matching, missing, differing, strangers, unreadable } = files
  const extra = strangers === 0 ? '' : `；另有 ${strangers} 个文件不在清单里`
  const text = `清单 ${listed} 个：${matching} 个相符，${missing.length} 个没有找到，${differing.length} 个内容不同${extra}`
  const list = (label: string, names: readonly string[]) =>
    names.length === 0
      ? []
      : hanging(
          '· ',
          `${label}：${names.slice(0, SHOWN).join('、')}${names.length > SHOWN ? ` 等 ${names.length} 个` : ''}`,
          page,
          INDENT.length,
        )
  return [
    ...statedLine(isWhole(files) ? 'holds' : 'fails', '证据文件', text, page),
    ...list('没有找到', missing),
    ...list('内容不同', differing),
    ...list('读不了', unreadable),
  ]
}

function isWhole({ missing, differing, unreadable }: EvidenceFolderReport): boolean {
  return missing.length === 0 && differing.length === 0 && unreadable.length === 0
}

function anchorLines({ anchor, about }: Verified, page: Page): string[] {
  const lines: string[] = []
  if (anchor.head !== null) lines.push(`台账摘要是第 ${anchor.head.seq} 号记录之后的。`)
  if (anchor.code !== null) {
    const { seq, centerId } = anchor.code
    const name = centerId === null ? '' : (about.centers.get(centerId) ?? centerId)
    lines.push(`核验码是${name}在第 ${seq} 号记录之后的得分表。`)
  }
  return lines.flatMap((line) => hanging('· ', line, page, INDENT.length))
}

const COLUMNS: readonly Column[] = [
  { title: '中心', align: 'left' },
  { title: '得分', align: 'right' },
  { title: '核验码', align: 'left' },
]
const MOST_SHEETS = 20

/** As recomputed here. Where nothing could be, nothing is shown. */
function sheetLines({ sheets }: Verified, page: Page): string[] {
  if (sheets.length === 0) return []
  const { head, rows } = table(
    COLUMNS,
    sheets
      .slice(0, MOST_SHEETS)
      .map(({ centerName, score, isSettled, code }) => [
        { text: centerName },
        { text: `${formatPoints(score)}${isSettled ? '' : '（未定）'}` },
        { text: code },
      ]),
  )
  const more = sheets.length > MOST_SHEETS ? [`……共 ${sheets.length} 个中心`] : []
  return [lightRule(page), page.ink.faint(head), ...rows, ...more]
}

function conclusion(verified: Verified, files: EvidenceFolderReport | null): string {
  if (holdsWhole(verified, files)) return '结论：全部成立。'
  const failed = verified.checks.filter(({ state }) => state !== 'holds').map(({ what }) => CHECK_WORDS[what][0])
  const all = files === null || isWhole(files) ? failed : [...failed, '证据文件']
  return `结论：不成立（${all.join('、')}）。请不要采信这份文件；先重新下载或索取一份再核验，仍不成立时保留文件，向上级或审计反映。`
}

/** What verification cannot see must be said where it is read. */
function caution({ checks, about }: Verified): string {
  const isAnchored = checks.some(({ what }) => what === 'anchor')
  const own = about.withheld === 0 ? '' : '未附内容的记录只能核对它们没有变动，不能核对它们说了什么。'
  if (isAnchored) return own
  return `${own}没有对照以前保存的核验码：如果有人把整个历史重写一遍，文件自身看不出来。手里有以前的得分表，请加 --code 再核一次。`
}
