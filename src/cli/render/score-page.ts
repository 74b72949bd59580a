import { rankSheets } from '../../core/analysis/rank-sheets.ts'
import type { ScoredAssessment } from '../../app/score-assessment.ts'
import { heatLines } from './heat.ts'
import { centered, hanging, heavyRule, type Page } from './page.ts'
import { rankingLines } from './ranking.ts'

/** The ranking and the points lost by section, with the two clocks that they are true for. */
export function scorePage(scored: ScoredAssessment, page: Page): string[] {
  const { rubric, sheets } = scored
  const ranked = rankSheets(sheets)
  return [
    heavyRule(page),
    ...centered(rubric.title, page).map(page.ink.strong),
    ...centered(clockSentence(scored), page),
    heavyRule(page),
    ...hanging('', leadText(scored), page, 0),
    '',
    ...rankingLines(ranked, page),
    '',
    ...heatLines(ranked, rubric, page),
  ]
}

export function clockSentence({ clocks, state }: ScoredAssessment): string {
  const ending = state.isClosed ? '周期已结束' : '周期未结束'
  return `截至 ${clocks.occurredBy} 发生、截至 ${clocks.knownBy} 记录在案的事实；${ending}`
}

function leadText({ sheets, events, state }: ScoredAssessment): string {
  const settled = sheets.filter(({ isSettled }) => isSettled).length
  const ending =
    settled === sheets.length ? '全部得分已定。' : `${settled}个中心得分已定，${sheets.length - settled}个仍有待定。`
  return `${sheets.length}个中心，${state.findings.size}个问题，${state.bonuses.size}项加分申报，${events.length}个事件；${ending}`
}
