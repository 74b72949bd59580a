import type { DocumentCell, DocumentRow, DocumentTable } from '../../core/document/document-table.ts'
import type { Formula } from '../../core/document/formula.ts'
import { clauseName } from '../../core/rubric/clause-name.ts'
import { findClause } from '../../core/rubric/find-clause.ts'
import { interpretationNumber } from '../../core/rubric/interpretation-number.ts'
import { scoresText } from '../../core/scoring/points-text.ts'
import { centerFigures, clauseFigures, sectionFigures, sum } from './bulletin-figures.ts'
import type { BulletinFacts } from './bulletin-facts.ts'
import { count, points, signedPoints, words } from './document-cells.ts'
import { officialTable } from './letter-tables.ts'
import { sectionName } from './letter-words.ts'

/** 得分排名表: the score of each row is the one of the table by centers, and its rank follows from it. */
export function rankingTable({ ranked, codes, isSealed, mean }: BulletinFacts): DocumentTable {
  const columns = [
    { key: 'rank', name: '名次', width: 12, align: 'center' },
    { key: 'center', name: '中心', width: 20, align: 'left' },
    { key: 'score', name: '得分', width: 11, align: 'right' },
    ...(isSealed ? [] : [{ key: 'range', name: '可能的得分', width: 17, align: 'right' } as const]),
    { key: 'code', name: '核验码', width: 58, align: 'left' },
  ] as const
  const rows = ranked.map(({ sheet, rank, isTied }): DocumentRow => {
    const { centerId, centerName, score, interval } = sheet
    const figure: Formula = { op: 'figure', table: 'center-figures', row: centerId, column: 'score' }
    return {
      key: centerId,
      cells: [
        words(isTied ? `并列${rank}` : String(rank)),
        words(centerName),
        { kind: 'points', points: score, formula: figure, isSigned: false },
        ...(isSealed ? [] : [words(scoresText(interval))]),
        words(codes.get(centerId) ?? ''),
      ],
      height: null,
    }
  })
  const foot: readonly DocumentCell[] = [
    words('平均'),
    words(`${ranked.length}个中心`),
    { kind: 'points', points: mean, formula: null, isSigned: false },
    ...(isSealed ? [] : [words('')]),
    words(''),
  ]
  return {
    id: 'ranking',
    name: '得分排名表',
    hasCaption: false,
    columns,
    rows,
    foot: [{ key: null, cells: foot, height: null }],
    isOfficial: true,
  }
}

/** What each score is made of, in the order of the ranking. */
export function centerTable({ ranked, rubric }: BulletinFacts): DocumentTable {
  const all = ranked.map(({ sheet }) => centerFigures(rubric, sheet))
  const here = (column: string): Formula => ({ op: 'here', column })
  const whole: Formula = { op: 'sum', of: ['base', 'lost', 'gained', 'adjusted'].map(here) }
  const ofClauses = (center: string): Formula => ({
    op: 'sum-of-column',
    table: 'center-clauses',
    column: 'lost',
    where: [{ column: 'center', equals: center }],
  })
  const column = (name: string): Formula => ({ op: 'sum-of-column', table: 'center-figures', column: name, where: [] })
  return {
    id: 'center-figures',
    name: '各中心得分构成',
    hasCaption: true,
    columns: [
      { key: 'center', name: '中心', width: 25, align: 'left' },
      { key: 'base', name: '基本分', width: 12, align: 'right' },
      { key: 'cases', name: '扣分事项（件）', width: 14, align: 'right' },
      { key: 'lost', name: '扣分', width: 12, align: 'right' },
      { key: 'gained', name: '加分', width: 12, align: 'right' },
      { key: 'adjusted', name: '封顶和扣完为止', width: 14, align: 'right' },
      { key: 'score', name: '得分', width: 12, align: 'right' },
    ],
    rows: all.map(({ centerId, centerName, base, cases, lost, gained, adjusted, score }) => ({
      key: centerId,
      cells: [
        words(centerName),
        points(base),
        count(cases),
        signedPoints(lost, cases === 0 ? null : ofClauses(centerName)),
        signedPoints(gained),
        signedPoints(adjusted),
        points(score, whole),
      ],
      height: null,
    })),
    foot: [
      {
        key: null,
        cells: [
          words('合计'),
          points(sum(all.map(({ base }) => base)), column('base')),
          { ...count(sum(all.map(({ cases }) => cases))), formula: column('cases') },
          signedPoints(sum(all.map(({ lost }) => lost)), column('lost')),
          signedPoints(sum(all.map(({ gained }) => gained)), column('gained')),
          signedPoints(sum(all.map(({ adjusted }) => adjusted)), column('adjusted')),
          points(sum(all.map(({ score }) => score)), column('score')),
        ],
        height: null,
      },
    ],
    isOfficial: true,
  }
}

/** Every clause under which a center lost points, center by center. */
export function centerClausesTable({ ranked, rubric }: BulletinFacts): DocumentTable {
  return officialTable(
    { id: 'center-clauses', name: '各中心分条款扣分', hasCaption: true },
    [
      { key: 'center', name: '中心', width: 34, align: 'left' },
      { key: 'clause', name: '条款', width: 26, align: 'left' },
      { key: 'cases', name: '事项（件）', width: 20, align: 'right' },
      { key: 'lost', name: '扣分', width: 20, align: 'right' },
    ],
    ranked.flatMap(({ sheet }) =>
      clauseFigures(rubric, [sheet]).map(({ clauseId, cases, lost }) => [
        words(sheet.centerName),
        words(clauseName(rubric, clauseId)),
        count(cases),
        signedPoints(lost),
      ]),
    ),
  )
}

/** By how many centers points were lost under each clause, with its words. */
export function clauseTable({ ranked, rubric }: BulletinFacts): DocumentTable {
  return officialTable(
    { id: 'clause-figures', name: '各条款扣分', hasCaption: true },
    [
      { key: 'clause', name: '条款', width: 12, align: 'left' },
      { key: 'quote', name: '通知原文', width: 48, align: 'left' },
      { key: 'centers', name: '中心（个）', width: 13, align: 'right' },
      { key: 'cases', name: '事项（件）', width: 13, align: 'right' },
      { key: 'lost', name: '扣分', width: 14, align: 'right' },
    ],
    clauseFigures(
      rubric,
      ranked.map(({ sheet }) => sheet),
    ).map(({ clauseId, centers, cases, lost }) => [
      words(clauseName(rubric, clauseId)),
      words(findClause(rubric, clauseId)?.quote ?? ''),
      count(centers),
      count(cases),
      signedPoints(lost, {
        op: 'sum-of-column',
        table: 'center-clauses',
        column: 'lost',
        where: [{ column: 'clause', equals: clauseName(rubric, clauseId) }],
      }),
    ]),
  )
}

export function sectionTable({ ranked, rubric }: BulletinFacts): DocumentTable {
  return officialTable(
    { id: 'section-figures', name: '各部分扣分和加分', hasCaption: false },
    [
      { key: 'section', name: '考核内容', width: 40, align: 'left' },
      { key: 'centers', name: '扣分的中心（个）', width: 16, align: 'right' },
      { key: 'cases', name: '扣分事项（件）', width: 16, align: 'right' },
      { key: 'lost', name: '扣分', width: 14, align: 'right' },
      { key: 'gained', name: '加分', width: 14, align: 'right' },
    ],
    sectionFigures(ranked.map(({ sheet }) => sheet)).map(({ sectionId, centers, cases, lost, gained }) => [
      words(sectionName(rubric, sectionId)),
      count(centers),
      count(cases),
      signedPoints(lost),
      signedPoints(gained),
    ]),
  )
}

/** 口径: what the notice left open and how the office read it. */
export function interpretationTable({ rubric, answers }: BulletinFacts): DocumentTable {
  return officialTable(
    { id: 'interpretations', name: '口径', hasCaption: false },
    [
      { key: 'number', name: '编号', width: 12, align: 'left' },
      { key: 'question', name: '通知没有写明的', width: 34, align: 'left' },
      { key: 'reading', name: '采用的理解', width: 30, align: 'left' },
      { key: 'reason', name: '理由', width: 24, align: 'left' },
    ],
    rubric.questions.flatMap(({ id, why, readings }, place) => {
      const answer = answers.get(id)
      if (answer === undefined) return []
      const reading = readings.find(({ key }) => key === answer.reading)?.label ?? answer.reading
      return [[words(interpretationNumber(place)), words(why), words(reading), words(answer.reason)]]
    }),
  )
}
