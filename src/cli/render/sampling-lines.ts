import type { CheckedPlan } from '../../app/analyzing/check-plans.ts'
import type { DrawnFromFile } from '../../app/analyzing/draw-from-file.ts'
import type { DrawnVisit } from '../../core/analysis/sampling/drawn-visit.ts'
import { planInWords, STANDING_NAMES } from '../../core/analysis/sampling/plan-in-words.ts'
import { hanging, heavyRule, type Page } from './page.ts'

/** A design drawn again: its digest and code to compare, then every visit. */
export function drawnLines({ design, designDigest, code, visits }: DrawnFromFile, page: Page): string[] {
  const plain = (label: string, text: string) => hanging(label, text, page, 0, { label: page.ink.faint })
  return [
    heavyRule(page),
    ...plain('方案摘要  ', designDigest),
    ...(code === null ? [] : plain('承诺码  ', code)),
    heavyRule(page),
    `共${design.visits}次`,
    ...visits.flatMap((visit) => visitLines(visit, visit.centerId, null, page)),
  ]
}

/** The plans of a ledger: what is revealed against what was committed, and what was done. */
export function plansLines(plans: readonly CheckedPlan[], nameOf: (centerId: string) => string, page: Page): string[] {
  if (plans.length === 0) return ['这本台账里没有抽查方案。']
  return plans.flatMap(({ plan, code, isMatching, visits }) => [
    heavyRule(page),
    ...hanging('承诺码  ', code, page, 0, { label: page.ink.faint }),
    ...hanging('', verdictOf(isMatching), page, 0, { text: page.ink.strong }),
    ...(visits === null ? [] : hanging('', planInWords(plan.design, visits), page, 0)),
    ...(visits ?? []).flatMap(({ visit, standing, reason }) =>
      visitLines(
        visit,
        nameOf(visit.centerId),
        reason === null ? STANDING_NAMES[standing] : `${STANDING_NAMES[standing]}：${reason}`,
        page,
      ),
    ),
  ])
}

function verdictOf(isMatching: boolean | null): string {
  if (isMatching === null) return '还没有揭示，不能重抽；请保存承诺码，揭示后再核对。'
  return isMatching
    ? '一致：揭示的种子和方案，就是封存的那一份。'
    : '不一致：揭示的种子和方案，得不出封存时的承诺码；请向审计反映。'
}

function visitLines(
  { number, day, personId, clauseIds }: DrawnVisit,
  center: string,
  standing: string | null,
  page: Page,
) {
  const told = [center, personId, clauseIds.join(' '), ...(standing === null ? [] : [standing])].join('  ')
  return hanging(`${String(number).padStart(4)}  ${day}  `, told, page, 0, { label: page.ink.faint })
}
