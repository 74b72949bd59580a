import { id, type QuestionId } from '../../kernel/identifiers.ts'
import { formatPoints, hundredths, type Points } from '../../kernel/points.ts'
import type { Clause } from '../../rubric/clause.ts'
import type { Question, QuestionCode, Reading } from '../../rubric/question.ts'
import type { Rubric, Section } from '../../rubric/rubric.ts'
import type { NoticeLayout } from '../layout/notice-layout.ts'
import type { CriterionReading } from './compile-criterion.ts'
import type { GeneralLimits } from './general-limits.ts'
import { breakersOf } from './link-absences.ts'
import { spanOf } from './source-text.ts'

/** What only the whole document shows: totals, floors, and what breaks an absence bonus. */
export function documentQuestions(
  rubric: Rubric,
  layout: NoticeLayout,
  readings: readonly CriterionReading[],
  limits: GeneralLimits,
): Question[] {
  return [
    ...absences(rubric, readings),
    ...sectionTotals(rubric),
    ...total(rubric, layout),
    ...floor(rubric, layout, limits),
  ]
}

function ask(
  code: QuestionCode,
  place: string,
  parts: Partial<Question> & Pick<Question, 'span' | 'why' | 'readings'>,
): Question {
  return { id: id<QuestionId>(`${place}/${code}`), code, criterionId: null, clauseIds: [], sectionIds: [], ...parts }
}

/** 全年无属实投诉: which of several prices for a complaint break it is a term that the notice does not define. */
function absences(rubric: Rubric, readings: readonly CriterionReading[]): Question[] {
  return rubric.sections.flatMap(({ criteria }) =>
    criteria.flatMap((criterion) =>
      criterion.clauses.flatMap((clause): Question[] => {
        const absent = clause.conditions.find((condition) => condition.kind === 'absent')
        const breaking = absent ? breakersOf(absent, clause.id, readings) : []
        if (!absent || breaking.length < 2) return []
        const alone = breaking.map((clauseId): Reading => ({
          key: clauseId,
          label: `只有 ${clauseId} 查实才算`,
          effect: { kind: 'breaks', clauseIds: [clauseId] },
        }))
        const all: Reading = {
          key: 'all',
          label: `${breaking.join('、')} 任何一款查实都算`,
          effect: { kind: 'breaks', clauseIds: breaking },
        }
        const why = `“${absent.what}”没有定义：${breaking.join('、')} 中哪些查实后就不能加这一项？`
        return [
          ask('unresolved-reference', criterion.id, {
            criterionId: criterion.id,
            clauseIds: [clause.id],
            span: clause.span,
            why,
            readings: [all, ...alone],
          }),
        ]
      }),
    ),
  )
}

/** Items that do not add up to the points of their section. */
function sectionTotals(rubric: Rubric): Question[] {
  return rubric.sections.flatMap((section): Question[] => {
    const parts = section.criteria.map((criterion) => criterion.maxPoints)
    if (section.maxPoints === null || parts.length === 0 || parts.some((points) => points === null)) return []
    const sum = parts.reduce<number>((before, points) => before + (points ?? 0), 0)
    if (sum === section.maxPoints) return []
    const why = `${section.label}${section.title}印的是${formatPoints(section.maxPoints)}分，各项加起来是${formatPoints(sum)}分。`
    return [
      ask('totals-mismatch', section.id, { sectionIds: [section.id], span: section.span, why, readings: MISMATCH }),
    ]
  })
}

const MISMATCH: readonly Reading[] = [
  { key: 'parts', label: '以各分项为准', effect: { kind: 'none' } },
  { key: 'total', label: '以合计为准', effect: { kind: 'none' } },
]

function total(rubric: Rubric, layout: NoticeLayout): Question[] {
  const pointed = rubric.sections.flatMap((section) => section.maxPoints ?? [])
  const sum = pointed.reduce<number>((before, points) => before + points, 0)
  const silent = rubric.sections.filter((section) => section.maxPoints === null)
  const losing = silent.filter((section) => clausesOf(section).some((clause) => clause.direction !== 'bonus'))
  const isStated = rubric.statedTotal !== null
  if (pointed.length === 0 || (isStated ? rubric.statedTotal === sum : losing.length === 0)) return []
  const span = layout.sections[0] ? spanOf(layout.sections[0].heading) : { start: 0, end: 0 }
  const names = silent.map((section) => section.label || section.title).join('、')
  const stated = isStated ? `合计印的是${formatPoints(rubric.statedTotal ?? 0)}分` : '合计没有印数'
  const why = `各部分分值加起来是${formatPoints(sum)}分，${stated}${names ? `；${names}没有分值` : ''}。`
  const readings = losing.length > 0 ? unpointed(sum) : MISMATCH
  return [ask('totals-mismatch', 'doc', { sectionIds: silent.map((section) => section.id), span, why, readings })]
}

/** Losses of a section without points: off the total, held by what is missing to a hundred, or not counted. */
function unpointed(sum: number): Reading[] {
  const rest = 10_000 - sum
  return [
    { key: 'off-total', label: '没有分值的部分，扣分直接从总分中扣', effect: { kind: 'unpointed', mode: 'off-total' } },
    ...(rest > 0
      ? [
          {
            key: 'held',
            label: `以百分制补足的${formatPoints(rest)}分为限，扣完为止`,
            effect: { kind: 'unpointed', mode: 'held', points: hundredths(rest) },
          } as const,
        ]
      : []),
    { key: 'ignored', label: '没有分值的部分，扣分不计入总分', effect: { kind: 'unpointed', mode: 'ignored' } },
  ]
}

function floor(rubric: Rubric, layout: NoticeLayout, limits: GeneralLimits): Question[] {
  const clauses = rubric.sections.flatMap(clausesOf)
  const isSaid =
    limits.floor !== null ||
    clauses.some((clause) => clause.floor !== null || (clause.direction === 'deduct' && clause.cap !== null))
  if (isSaid || !clauses.some((clause) => clause.direction === 'deduct')) return []
  const pointed = rubric.sections.filter((section) => section.maxPoints !== null)
  const over = pointed.filter((section) => worst(section) > (section.maxPoints ?? 0))
  const named = over.map(
    (section) =>
      `${section.label || section.title}（一次扣足${formatPoints(worst(section))}分，分值${formatPoints(section.maxPoints ?? 0)}分）`,
  )
  const span = layout.sections[0] ? spanOf(layout.sections[0].heading) : { start: 0, end: 0 }
  const why = `通知没有写“扣完为止”${named.length > 0 ? `；${named.join('、')}会扣过头` : ''}。`
  return [
    ask('floor-missing', 'doc', {
      sectionIds: pointed.map((section) => section.id),
      span,
      why,
      readings: [
        { key: 'section', label: '每一部分扣完为止', effect: { kind: 'floor', mode: 'section' } },
        { key: 'none', label: '不封底，超出部分从总分中扣', effect: { kind: 'floor', mode: 'none' } },
      ],
    }),
  ]
}

/** What a section loses when every price falls once, at the top of its range. */
function worst(section: Section): number {
  return clausesOf(section).reduce((sum, clause) => sum + (clause.direction === 'deduct' ? topOf(clause) : 0), 0)
}

function topOf({ amount }: Clause): Points | 0 {
  return amount.kind === 'fixed' ? amount.points : amount.kind === 'range' ? amount.max : 0
}

function clausesOf(section: Section): Clause[] {
  return section.criteria.flatMap((criterion) => criterion.clauses)
}
