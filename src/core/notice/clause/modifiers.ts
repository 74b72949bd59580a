import type { Direction } from '../../rubric/clause-terms.ts'
import type { Condition } from '../../rubric/condition.ts'
import { parseDecimal } from '../../kernel/rational.ts'

type Reader = (wording: string) => Condition | null

function phraseReader(
  kind: 'verified' | 'approved' | 'responsible' | 'exempt' | 'found-by' | 'severity' | 'peer-standing',
  pattern: RegExp,
): Reader {
  return (wording) => {
    const phrase = pattern.exec(wording)?.[0]
    return phrase === undefined ? null : { kind, phrase }
  }
}

const READERS: readonly Reader[] = [
  phraseReader('verified', /经?(?:核实|查实|核查|调查|复核|认定)(?:属实|确有[^,;。的]{0,6})?|属实/),
  phraseReader('approved', /经[^,;。]{0,8}(?:审定|审核|认定|批准|评定|确认)(?:同意)?/),
  phraseReader(
    'responsible',
    /责任范围内|(?:因|由于)(?:自身|本单位|本中心|主观|人为|管理)[^,;。]{0,8}(?:原因|不善)|职责范围内|有责/,
  ),
  phraseReader('exempt', /[^,;。(]{0,16}(?:除外|因素外|情形外|原因外)|除[^,;。]{1,24}(?:外|以外)/),
  phraseReader(
    'found-by',
    /(?:自查|自行|本单位[^,;。]{0,4}|被?[^,;。]{0,8}?(?:上级|媒体|督查|抽查|暗访|检查组|镇|区|市)[^,;。]{0,6})(?:发现|抽查|曝光|点名|检查|查处|通报)/,
  ),
  phraseReader('severity', /(?:情节|性质|后果|影响)(?:较|特别|非常|极其)?(?:轻微|较轻|轻|一般|严重|恶劣|重|较大|重大)/),
  phraseReader(
    'peer-standing',
    /(?:前|后|第)[0-9一二三四五六七八九十]{1,3}(?:名|位)|末位|首位|倒数|排名|平均(?:水平|值|数)?/,
  ),
  deadlineIn,
  absenceIn,
]

/**
 * The conditions that the wording before a price states in words: verification, responsibility, deadline, exemption …
 * Only something given can be for an absence: 全年无休 before a deduction is a requirement.
 */
export function readModifiers(wording: string, direction: Direction): Condition[] {
  return READERS.flatMap((read) => {
    const condition = read(wording)
    const isForeign = condition?.kind === 'absent' && direction !== 'bonus' && direction !== 'earn'
    return condition === null || isForeign ? [] : [condition]
  })
}

function deadlineIn(wording: string): Condition | null {
  const match = /([0-9]+(?:\.[0-9]+)?)个?(工作日|自然日|小时|分钟|天|日|个?月)(?:以内|之内|内)/.exec(wording)
  const limit = match?.[1] === undefined ? null : parseDecimal(match[1])
  if (!match?.[2] || limit === null) return null
  return { kind: 'deadline', limit, unit: match[2], workingDays: match[2] === '工作日', phrase: match[0] }
}

/** 全年无属实投诉, 全年零差错: something that must not have happened in a whole period. */
function absenceIn(wording: string): Condition | null {
  const match =
    /(全年|年度内|当年|年内|全季|全月|本年度)(?:度)?[^,;。]{0,6}?(?:无|零|未发生|没有发生|未出现|没有)([^,;。]{1,20}?)(?:的|,|$)/.exec(
      wording,
    )
  return match?.[1] && match[2]
    ? {
        kind: 'absent',
        what: match[2],
        brokenBy: [],
        over: match[1].includes('季') ? '季' : match[1].includes('月') ? '月' : '年',
      }
    : null
}
