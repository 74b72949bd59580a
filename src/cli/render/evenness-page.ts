import { METHOD } from '../../core/analysis/evenness/evenness.ts'
import { LIKENESS_RULE } from '../../core/analysis/evenness/like-cases.ts'
import { formatPoints } from '../../core/kernel/points.ts'
import type { ShownEvenness } from '../../app/analyzing/shown-evenness.ts'
import { table, type Column } from '../text/table.ts'
import { hanging, heavyRule, type Page } from './page.ts'

/** 尺度 in a terminal: the answer, each comparison as a sentence, amounts by clause and assessor, like cases, effort. */
export function evennessPage(shown: ShownEvenness, page: Page): string[] {
  const { lead, comparisons, clauses, pairs, efforts, effortNote } = shown
  return [
    heavyRule(page),
    ...lead.flatMap((sentence, at) => hanging('', sentence, page, 0, at === 0 ? { text: page.ink.strong } : {})),
    ...titled('比较', comparisons.length === 0 ? [] : [...comparisonLines(shown, page), ...faint(METHOD, page)], page),
    ...titled(
      '由人裁量的数额',
      clauses.flatMap((clause) => clauseLines(clause, page)),
      page,
    ),
    ...titled(
      '情形相近而数额不同',
      pairs.length === 0 ? [] : [...pairLines(shown, page), ...faint([LIKENESS_RULE], page)],
      page,
    ),
    ...titled('检查次数和发现', [...hanging('', effortNote, page, 0), ...effortLines(efforts)], page),
    heavyRule(page),
  ]
}

function titled(title: string, lines: readonly string[], { ink }: Page): string[] {
  return lines.length === 0 ? [] : ['', ink.strong(title), ...lines]
}

function faint(sentences: readonly string[], page: Page): string[] {
  return sentences.flatMap((sentence) => hanging('', sentence, page, 0, { text: page.ink.faint }))
}

const MARKS: Readonly<Record<ShownEvenness['comparisons'][number]['verdict'], string>> = {
  'too-few': '－ ',
  ordinary: '· ',
  unusual: '! ',
}

function comparisonLines({ comparisons }: ShownEvenness, page: Page): string[] {
  return comparisons.flatMap(({ verdict, sentence }) => hanging(MARKS[verdict], sentence, page, 0))
}

function clauseLines({ name, least, most, isBonus, groups }: ShownEvenness['clauses'][number], page: Page): string[] {
  const range = most === null ? '通知没有给数' : `每次${formatPoints(least)}–${formatPoints(most)}分`
  const rows = groups.assessor.map(({ name: who, count, lowest, median, highest }) =>
    [
      `${who === '' ? '不知何人' : who} ${count}件`,
      lowest === highest
        ? `${formatPoints(median)}分`
        : `中位数${formatPoints(median)}分，${formatPoints(lowest)}–${formatPoints(highest)}分`,
    ].join('，'),
  )
  const text = `${range}${isBonus ? '，加分' : ''}；${rows.length === 0 ? '只有复核变更的' : rows.join('；')}`
  return hanging(`${name}  `, text, page, 0)
}

function pairLines({ pairs }: ShownEvenness, page: Page): string[] {
  return pairs.flatMap(({ clause, less, more }) =>
    [less, more].flatMap(({ number, centerName, points, description, reason }, at) =>
      hanging(
        at === 0 ? `${clause}  ` : '  ',
        `第${number}号 ${centerName} ${formatPoints(points)}分：${description}理由：${reason}`,
        page,
        0,
      ),
    ),
  )
}

const COLUMNS: readonly Column[] = [
  { title: '中心', align: 'left' },
  { title: '检查', align: 'right' },
  { title: '登记', align: 'right' },
  { title: '发现', align: 'right' },
  { title: '查实', align: 'right' },
]

function effortLines(efforts: ShownEvenness['efforts']): string[] {
  const seen = efforts.filter(({ visits }) => visits > 0)
  if (seen.length === 0) return []
  const { head, rows } = table(
    COLUMNS,
    seen.map(({ centerName, visits, logged, found, substantiated }) =>
      [centerName, ...[visits, logged, found, substantiated].map(String)].map((text) => ({ text })),
    ),
  )
  return [head, ...rows]
}
