import { formatPoints } from '../../core/kernel/points.ts'
import { unreachable } from '../../core/kernel/unreachable.ts'
import { conditionInWords } from '../../core/rubric/condition-in-words.ts'
import type { Clause } from '../../core/rubric/clause.ts'
import { priceInWords } from '../../core/rubric/price-in-words.ts'
import type { RubricChange } from '../../core/rubric/rubric-change.ts'
import type { Criterion, Section } from '../../core/rubric/rubric.ts'
import { hanging, sectionTitle, type Page } from './page.ts'

/** One change: what kind, where, and before beside after. Colors stay out: a change of rules is no point lost. */
export function changeLines(change: RubricChange, page: Page): string[] {
  const { ink } = page
  const { mark, what, before, after } = say(change)
  return [
    ...hanging(`${mark} `, what, page, 0, { label: ink.strong, text: ink.strong }),
    ...(before === null
      ? []
      : hanging('前 ', before, page, 2, { label: ink.faint, text: after === null ? plain : ink.faint })),
    ...(after === null ? [] : hanging('后 ', after, page, 2, { label: ink.faint })),
  ]
}

const plain = (text: string) => text

interface Said {
  readonly mark: '+' | '−' | '~' | '→'
  readonly what: string
  readonly before: string | null
  readonly after: string | null
}

function say(change: RubricChange): Said {
  switch (change.kind) {
    case 'section-added':
      return added(`新增考核内容 ${change.section.id}`, sectionSummary(change.section))
    case 'section-removed':
      return removed(`取消考核内容 ${change.section.id}`, sectionSummary(change.section))
    case 'section-retitled':
      return changed(change, '名称改变', sectionTitle)
    case 'section-moved':
      return { ...changed(change, '位置改变', sectionTitle), mark: '→' }
    case 'section-points-changed':
      return changed(change, `“${change.after.title}”分值改变`, ({ maxPoints }) => pointsOrNone(maxPoints))
    case 'criterion-added':
      return added(`新增考核项目 ${change.criterion.id}`, change.criterion.text)
    case 'criterion-removed':
      return removed(`取消考核项目 ${change.criterion.id}`, change.criterion.text)
    case 'criterion-reworded':
      return changed(change, '文字改变', ({ text }: Criterion) => text)
    case 'criterion-moved':
      return { ...changed(change, '位置改变', ({ id, text }: Criterion) => `${id} ${text}`), mark: '→' }
    case 'criterion-points-changed':
      return changed(change, '分值改变', ({ maxPoints }) => pointsOrNone(maxPoints))
    case 'clause-added':
      return added(`新增条款 ${change.clause.id}`, clauseSummary(change.clause))
    case 'clause-removed':
      return removed(`取消条款 ${change.clause.id}`, clauseSummary(change.clause))
    case 'clause-repriced':
      return changed(change, '价格改变', clauseSummary)
    case 'clause-conditioned':
      return changed(change, '条件改变', conditionsOf)
    case 'clause-reworded':
      return changed(change, '文字改变', ({ quote }: Clause) => quote)
    case 'clause-moved':
      return { ...changed(change, '移到另一考核项目', ({ id, quote }: Clause) => `${id} ${quote}`), mark: '→' }
    case 'total-changed':
      return { mark: '~', what: '合计改变', before: pointsOrNone(change.before), after: pointsOrNone(change.after) }
    default:
      return unreachable(change)
  }
}

function added(what: string, after: string): Said {
  return { mark: '+', what, before: null, after }
}

function removed(what: string, before: string): Said {
  return { mark: '−', what, before, after: null }
}

function changed<Part extends { readonly id: string }>(
  { before, after }: { readonly before: Part; readonly after: Part },
  what: string,
  say: (part: Part) => string,
): Said {
  const place = before.id === after.id ? before.id : `${before.id}（现 ${after.id}）`
  return { mark: '~', what: `${place} ${what}`, before: say(before), after: say(after) }
}

function sectionSummary(section: Section): string {
  return `${sectionTitle(section)}，${pointsOrNone(section.maxPoints)}，${section.criteria.length}个考核项目`
}

function clauseSummary(clause: Clause): string {
  return `${priceInWords(clause)}　│ ${clause.quote}`
}

function conditionsOf({ conditions, quote }: Clause): string {
  return `${conditions.map(conditionInWords).join('；') || '没有条件'}　│ ${quote}`
}

function pointsOrNone(points: number | null): string {
  return points === null ? '未写分值' : `${formatPoints(points)}分`
}
