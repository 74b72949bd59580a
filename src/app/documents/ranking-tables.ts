import type { DocumentCell, DocumentTable } from '../../core/document/document-table.ts'
import type { Finding } from '../../core/ledger/assessment-state.ts'
import { numbered } from '../../core/ledger/case-number.ts'
import { numberOfQuestion } from '../../core/rubric/interpretation-number.ts'
import { movesText } from '../../core/scoring/points-text.ts'
import type { OpenMatter } from '../../core/scoring/score-sheet.ts'
import { caseNumbers } from '../../core/scoring/sheet-names.ts'
import type { QuestionId } from '../../core/kernel/identifiers.ts'
import { count, points, words } from './document-cells.ts'
import { sectionHeading } from './sheet-table.ts'
import type { SheetFacts } from './sheet-facts.ts'
import { SECTIONS } from './workings/score-workings.ts'

/** Over all centers, section by section. */
export function bySectionTable(all: readonly SheetFacts[]): DocumentTable {
  const sections = all[0]?.rubric.sections ?? []
  return {
    id: 'by-section',
    name: '各部分情况',
    hasCaption: true,
    isOfficial: false,
    columns: [
      { key: 'section', name: '部分', width: 50, align: 'left' },
      { key: 'sum', name: '各中心得分之和', width: 20, align: 'right' },
      { key: 'best', name: '最高', width: 14, align: 'right' },
      { key: 'worst', name: '最低', width: 14, align: 'right' },
      { key: 'lost', name: '扣分事项', width: 14, align: 'right' },
      { key: 'gained', name: '加分事项', width: 14, align: 'right' },
      { key: 'open', name: '尚未定下的中心', width: 20, align: 'right' },
    ],
    rows: sections.map((section) => {
      const own = all.flatMap(({ sheet }) => sheet.sections.find(({ sectionId }) => sectionId === section.id) ?? [])
      const scores = own.map(({ score }) => score)
      const lines = own.flatMap(({ lines: one }) => one)
      return {
        key: section.id,
        height: null,
        cells: [
          words(sectionHeading(section)),
          {
            kind: 'points',
            points: scores.reduce((sum, score) => sum + score, 0),
            isSigned: false,
            formula: {
              op: 'sum-of-column',
              table: SECTIONS,
              column: 'score',
              where: [{ column: 'section', equals: section.id }],
            },
          },
          points(Math.max(...scores)),
          points(Math.min(...scores)),
          count(lines.filter(({ effect }) => effect < 0).length),
          count(lines.filter(({ effect }) => effect > 0).length),
          count(own.filter(({ interval, score }) => interval[0] !== score || interval[1] !== score).length),
        ],
      }
    }),
    foot: [],
  }
}

type Standing = Finding['standing']

const STANDINGS: readonly { readonly key: string; readonly name: string; readonly of: readonly Standing[] }[] = [
  { key: 'undecided', name: '未查实', of: ['suspected', 'reported', 'notified'] },
  { key: 'substantiated', name: '查实', of: ['substantiated'] },
  { key: 'dismissed', name: '不予认定', of: ['dismissed'] },
  { key: 'reversed', name: '复核撤销', of: ['reversed'] },
  { key: 'withdrawn', name: '疑点撤回', of: ['withdrawn'] },
]

/** How many findings and bonuses of each center stand where. */
export function standingsTable(all: readonly SheetFacts[]): DocumentTable {
  const state = all[0]?.state
  const findings = [...(state?.findings.values() ?? [])]
  const bonuses = [...(state?.bonuses.values() ?? [])]
  const keys = [...STANDINGS.map(({ key }) => key), 'appealed', 'findings', 'approved', 'bonuses']
  const rows = all.map(({ sheet: { centerId, centerName } }) => {
    const own = findings.filter((finding) => finding.centerId === centerId)
    const ownBonuses = bonuses.filter((bonus) => bonus.centerId === centerId)
    const counts = [
      ...STANDINGS.map(({ of }) => own.filter(({ standing }) => of.includes(standing)).length),
      own.filter(({ appeal }) => appeal?.outcome === 'pending').length,
      own.length,
      ownBonuses.filter(({ standing }) => standing === 'approved').length,
      ownBonuses.length,
    ]
    return { centerId, centerName, counts }
  })
  return {
    id: 'standings',
    name: '登记事项情况',
    hasCaption: true,
    isOfficial: false,
    columns: [
      { key: 'center', name: '中心', width: 40, align: 'left' },
      ...STANDINGS.map(({ key, name }) => ({ key, name, width: 14, align: 'right' }) as const),
      { key: 'appealed', name: '申诉未决', width: 14, align: 'right' },
      { key: 'findings', name: '问题合计', width: 14, align: 'right' },
      { key: 'approved', name: '予以加分', width: 14, align: 'right' },
      { key: 'bonuses', name: '加分申报', width: 14, align: 'right' },
    ],
    rows: rows.map(({ centerId, centerName, counts }) => ({
      key: centerId,
      height: null,
      cells: [words(centerName), ...counts.map(count)],
    })),
    foot: [
      {
        key: 'sum',
        height: null,
        cells: [
          { kind: 'text', text: '合计', isStrong: true },
          ...keys.map((key, at): DocumentCell => ({
            kind: 'count',
            count: rows.reduce((sum, { counts }) => sum + (counts[at] ?? 0), 0),
            formula: { op: 'sum-of-column', table: 'standings', column: key, where: [] },
          })),
        ],
      },
    ],
  }
}

const KINDS: Readonly<Record<OpenMatter['kind'], string>> = {
  question: '口径未定',
  amount: '已查实，未裁量',
  decision: '尚未查实',
  approval: '加分未审定',
  appeal: '申诉未决',
  absence: '周期未结束',
}

/** Everything that can still move a score; null where nothing can. */
export function openTable(all: readonly SheetFacts[]): DocumentTable | null {
  const rows = all.flatMap(({ sheet, rubric }) => {
    const numbers = caseNumbers(sheet)
    return sheet.open.map(({ kind, ref, sectionId, moves }) => {
      const number = numbers.get(ref)
      const section = rubric.sections.find(({ id }) => id === sectionId)
      const named =
        kind === 'question'
          ? numberOfQuestion(rubric, ref as QuestionId)
          : number === undefined
            ? ref
            : numbered(number)
      return {
        key: null,
        height: null,
        cells: [
          words(sheet.centerName),
          words(KINDS[kind]),
          words(kind === 'absence' ? '' : named),
          words(section === undefined ? '全部' : sectionHeading(section)),
          words(movesText(moves)),
        ],
      }
    })
  })
  if (rows.length === 0) return null
  return {
    id: 'open',
    name: '未决事项',
    hasCaption: true,
    isOfficial: false,
    columns: [
      { key: 'center', name: '中心', width: 40, align: 'left' },
      { key: 'kind', name: '什么未决', width: 26, align: 'left' },
      { key: 'case', name: '编号', width: 18, align: 'left' },
      { key: 'section', name: '部分', width: 50, align: 'left' },
      { key: 'moves', name: '可能使合计加减', width: 26, align: 'right' },
    ],
    rows,
    foot: [],
  }
}
