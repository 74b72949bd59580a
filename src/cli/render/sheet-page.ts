import type { ScoredAssessment } from '../../app/score-assessment.ts'
import { formatPoints } from '../../core/kernel/points.ts'
import { caseNumber, numbered } from '../../core/ledger/case-number.ts'
import { explainSection } from '../../core/scoring/explain-section.ts'
import type { ScoreLine, ScoreSheet, SectionScore } from '../../core/scoring/score-sheet.ts'
import { sheetNames } from '../../core/scoring/sheet-names.ts'
import { displayWidth, padEnd, padStart } from '../text/display-width.ts'
import { formatChange, formatInterval } from '../text/figures.ts'
import { openLines } from './open-lines.ts'
import { outcomeWords } from './outcome-words.ts'
import { hanging, heavyRule, lightRule, sectionTitle, spread, type Page } from './page.ts'
import { clockSentence } from './score-page.ts'
import { toldCase } from './told-case.ts'

/** The score sheet of one center: every section with its arithmetic and its lines, then what is still open. */
export function sheetPage(scored: ScoredAssessment, sheet: ScoreSheet, page: Page): string[] {
  const { ink } = page
  return [
    heavyRule(page),
    ...spread(sheet.centerName, totalText(sheet), page).map(ink.strong),
    ...hanging('', clockSentence(scored), page, 0, { text: ink.faint }),
    heavyRule(page),
    ...sheet.sections.flatMap((section) => [...sectionLines(scored, section, page), '']),
    ...(sheet.open.length === 0 ? [] : [ink.strong(`仍有${sheet.open.length}项待定`), lightRule(page)]),
    ...openLines(sheet.open, sheetNames(scored.rubric, sheet), page),
  ]
}

/** Settled before open: `已定 84.5，可能 80–85.5`. */
function totalText({ score, interval, isSettled }: ScoreSheet): string {
  return isSettled
    ? `得分 ${formatPoints(score)}，全部已定`
    : `已定 ${formatPoints(score)}，可能 ${formatInterval(interval)}`
}

function sectionLines(scored: ScoredAssessment, score: SectionScore, page: Page): string[] {
  const { ink } = page
  const section = scored.rubric.sections.find(({ id }) => id === score.sectionId)
  const title = section ? sectionTitle(section) : score.sectionId
  const points = score.maxPoints === null ? '未写分值' : `${formatPoints(score.maxPoints)}分`
  const isOpen = score.interval[0] !== score.interval[1]
  const [head = '', ...more] = spread(`${title}（${points}）`, formatPoints(score.score), page)
  return [
    ink.strong(head),
    ...more,
    lightRule(page),
    ...hanging('', explainSection(score).sentence, page, 2),
    ...(isOpen
      ? hanging('▨ ', `可能 ${formatInterval(score.interval)}`, page, 2, { label: ink.open, text: ink.open })
      : []),
    ...lineRows(score.lines, scored, page),
  ]
}

function lineRows(lines: readonly ScoreLine[], scored: ScoredAssessment, page: Page): string[] {
  const { ink } = page
  const effects = lines.map(effectText)
  const width = Math.max(0, ...effects.map(displayWidth))
  const place = Math.max(0, ...lines.map(({ clauseId }) => displayWidth(clauseId)))
  return lines.flatMap((line, index) => {
    const { mark, word } = outcomeWords(line.outcome)
    const effect = padStart(effects[index] ?? '', width)
    const label = `${mark} ${padEnd(line.clauseId, place)}  ${padEnd(word, 8)}  ${effect}  `
    const paint = (text: string) =>
      text.replace(effect, () =>
        (line.effect < 0 ? ink.lost : line.effect > 0 ? ink.gained : mark === '▨' ? ink.open : ink.faint)(effect),
      )
    return hanging(label, briefly(line, scored), page, 2, { label: paint })
  })
}

function effectText({ effect, between: [low, high] }: ScoreLine): string {
  if (low === high) return effect === 0 ? '' : formatChange(effect)
  return `${formatChange(low)} 至 ${formatChange(high)}`
}

/** What detections found comes with its parameters and records behind the first sentence: those are for the line's own page. */
function briefly(line: ScoreLine, scored: ScoredAssessment): string {
  const text = subjectText(line, scored)
  const finding = line.subject.kind === 'finding' ? scored.state.findings.get(line.subject.findingId) : undefined
  return finding?.basis ? text.replace(/。.*$/su, '') : text
}

/** What the line is about, in the words of the ledger. */
export function subjectText({ subject, outcome }: ScoreLine, { state }: ScoredAssessment): string {
  if (subject.kind === 'finding') {
    const finding = state.findings.get(subject.findingId)
    if (!finding) return subject.findingId
    return `${numbered(caseNumber(finding))}，${toldCase(finding.description, finding.decision?.occurredOn ?? finding.occurredOn, subject.occurrences)}`
  }
  if (subject.kind === 'bonus') {
    const bonus = state.bonuses.get(subject.bonusId)
    return bonus
      ? `${numbered(caseNumber(bonus))}，${toldCase(bonus.description, bonus.occurredOn, subject.occurrences)}`
      : subject.bonusId
  }
  return outcome.kind === 'absence' && outcome.state === 'broken' ? '整个周期：有过，不给' : '整个周期'
}
