import { formatPoints, type Points } from '../../kernel/points.ts'
import { unreachable } from '../../kernel/unreachable.ts'
import type { Clause } from '../../rubric/clause.ts'
import { clauseName } from '../../rubric/clause-name.ts'
import { conditionInWords } from '../../rubric/condition-in-words.ts'
import { wordingOf } from '../../rubric/match-rubrics.ts'
import { priceInWords } from '../../rubric/price-in-words.ts'
import type { Criterion, Rubric, Section } from '../../rubric/rubric.ts'
import type { NoticeChange } from './single-change.ts'

export type ChangeName = 'added' | 'removed' | 'repriced' | 'conditioned' | 'reworded' | 'moved' | 'whole'

export const CHANGE_WORDS: Readonly<Record<ChangeName, string>> = {
  added: '新增',
  removed: '删去',
  repriced: '改分值',
  conditioned: '改条件',
  reworded: '改文字',
  moved: '移位',
  whole: '整体',
}

/** One side of a change: where, the notice's own words, and what is read of them; empty strings where there is nothing. */
export interface ChangeSide {
  readonly place: string
  readonly text: string
  readonly reading: string
}

export interface ChangeSides {
  readonly name: ChangeName
  readonly part: 'section' | 'criterion' | 'clause' | 'whole'
  readonly before: ChangeSide | null
  readonly after: ChangeSide | null
}

/** A change with both of its sides, as people read it. */
export function noticeChangeSides(change: NoticeChange, before: Rubric, after: Rubric): ChangeSides {
  switch (change.kind) {
    case 'section-added':
      return { name: 'added', part: 'section', before: null, after: ofSection(change.section) }
    case 'section-removed':
      return { name: 'removed', part: 'section', before: ofSection(change.section), after: null }
    case 'section-retitled':
    case 'section-points-changed':
    case 'section-moved': {
      const name = NAMES[change.kind]
      return { name, part: 'section', before: ofSection(change.before), after: ofSection(change.after) }
    }
    case 'criterion-added':
      return { name: 'added', part: 'criterion', before: null, after: ofCriterion(change.criterion, after) }
    case 'criterion-removed':
      return { name: 'removed', part: 'criterion', before: ofCriterion(change.criterion, before), after: null }
    case 'criterion-reworded':
    case 'criterion-moved':
    case 'criterion-points-changed': {
      const sides = { before: ofCriterion(change.before, before), after: ofCriterion(change.after, after) }
      return { name: NAMES[change.kind], part: 'criterion', ...sides }
    }
    case 'clause-added':
      return { name: 'added', part: 'clause', before: null, after: ofClause(change.clause, after, 'price') }
    case 'clause-removed':
      return { name: 'removed', part: 'clause', before: ofClause(change.clause, before, 'price'), after: null }
    case 'clause-repriced':
    case 'clause-conditioned':
    case 'clause-reworded':
    case 'clause-moved': {
      const shown = change.kind === 'clause-conditioned' ? 'conditions' : 'price'
      const sides = { before: ofClause(change.before, before, shown), after: ofClause(change.after, after, shown) }
      return { name: NAMES[change.kind], part: 'clause', ...sides }
    }
    case 'total-changed':
      return { name: 'repriced', part: 'whole', before: ofTotal(change.before), after: ofTotal(change.after) }
    case 'whole-changed':
      return { name: 'whole', part: 'whole', before: null, after: WHOLE }
    default:
      return unreachable(change)
  }
}

const NAMES = {
  'section-retitled': 'reworded',
  'section-points-changed': 'repriced',
  'section-moved': 'moved',
  'criterion-reworded': 'reworded',
  'criterion-moved': 'moved',
  'criterion-points-changed': 'repriced',
  'clause-repriced': 'repriced',
  'clause-conditioned': 'conditioned',
  'clause-reworded': 'reworded',
  'clause-moved': 'moved',
} as const satisfies Readonly<Record<string, ChangeName>>

const WHOLE: ChangeSide = {
  place: '全文',
  text: '',
  reading: '通知整体留下的问题（扣完为止、没有分值的部分）和几款之间的关系随之不同',
}

function ofSection({ label, title, maxPoints }: Section): ChangeSide {
  return { place: label || title, text: title, reading: pointsIn(maxPoints) }
}

function ofCriterion(criterion: Criterion, { sections }: Rubric): ChangeSide {
  const section = sections.find(({ criteria }) => criteria.includes(criterion))
  const place = `${section?.label ?? ''}.${criterion.label || (criterion.id.split('.').at(-1) ?? '')}`
  return { place, text: wordingOf(criterion), reading: criterion.clauses.map(priceInWords).join('；') }
}

function ofClause(clause: Clause, rubric: Rubric, shown: 'price' | 'conditions'): ChangeSide {
  const conditions = clause.conditions.map(conditionInWords).join('；')
  const reading = shown === 'price' ? priceInWords(clause) : conditions || '没有条件'
  return { place: clauseName(rubric, clause.id), text: clause.quote, reading }
}

function ofTotal(points: Points | null): ChangeSide {
  return { place: '合计', text: '', reading: pointsIn(points) }
}

function pointsIn(points: Points | null): string {
  return points === null ? '没有分值' : `${formatPoints(points)}分`
}
