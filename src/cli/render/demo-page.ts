import { explainLines, type LineOrigin } from '../../app/explain-score.ts'
import type { Demonstration } from '../../app/run-demo.ts'
import { latestFor } from '../../app/list-questions.ts'
import type { ScoredAssessment } from '../../app/score-assessment.ts'
import type { Section } from '../../core/rubric/rubric.ts'
import type { ScoreSheet } from '../../core/scoring/score-sheet.ts'
import { originLines } from './origin-lines.ts'
import { hanging, heavyRule, type Page } from './page.ts'
import { rubricHead, sectionLines } from './rubric-page.ts'
import { scorePage } from './score-page.ts'
import { sheetPage } from './sheet-page.ts'

/** The whole of it in one go: the notice as rules, a year scored, one sheet, one lost point to its sentence, what next. */
export function demoPage({ scored, target, seed }: Demonstration, page: Page): string[] {
  const { rubric, folder, events, source } = scored
  const example = chooseExample(scored)
  const answered = rubric.questions.filter((question) => latestFor(question, folder.interpretations) !== null).length
  const section = chooseSection(scored)
  return [
    ...step('一、通知编译成细则', `${source.path}，${source.text.length}个字`, page),
    ...rubricHead(rubric, page),
    ...hanging(
      '',
      `其中${answered}个问题已有口径，${rubric.questions.length - answered}个仍待定。下面是其中一部分：`,
      page,
      0,
    ),
    '',
    ...(section ? sectionLines(section, rubric, page, folder.interpretations) : []),
    '',
    ...step('二、一年的台账，由种子生成', `种子 ${seed}，${events.length}个事件，写在 ${target}/ledger.jsonl`, page),
    ...scorePage(scored, page),
    '',
    ...(example
      ? [
          ...step('三、一个中心的得分表', example.sheet.centerName, page),
          ...sheetPage(scored, example.sheet, page),
          '',
          ...step('四、一分追到底', `${example.sheet.centerName}，${example.origin.clause.id}`, page),
          ...originLines(example.origin, scored, page),
          '',
        ]
      : []),
    ...nextSteps(scored, target, example?.sheet ?? scored.sheets[0], page),
  ]
}

function step(title: string, detail: string, page: Page): string[] {
  return ['', ...hanging(`${title}  `, detail, page, 0, { label: page.ink.strong, text: page.ink.faint }), '']
}

/** The shortest section that shows a question answered and one open, or failing that the shortest that asks any. */
function chooseSection({ rubric, folder }: ScoredAssessment): Section | undefined {
  const states = (section: Section) =>
    new Set(
      rubric.questions
        .filter(({ criterionId }) => section.criteria.some(({ id }) => id === criterionId))
        .map((question) => latestFor(question, folder.interpretations) === null),
    ).size
  return rubric.sections.toSorted((a, b) => states(b) - states(a) || a.criteria.length - b.criteria.length)[0]
}

interface Example {
  readonly sheet: ScoreSheet
  readonly origin: LineOrigin
}

/** The lost point with the longest story: most events, and of equals the first of the ranking. */
function chooseExample(scored: ScoredAssessment): Example | undefined {
  const lost = scored.sheets.flatMap((sheet): Example[] => {
    const origins = explainLines(scored, sheet, null)
    return origins.ok
      ? origins.value
          .filter(({ line }) => line.outcome.kind === 'deducted' && line.subject.kind === 'finding')
          .map((origin) => ({ sheet, origin }))
      : []
  })
  return lost.toSorted((a, b) => b.origin.events.length - a.origin.events.length)[0]
}

function nextSteps(scored: ScoredAssessment, target: string, sheet: ScoreSheet | undefined, page: Page): string[] {
  const { source, clocks } = scored
  const center = sheet?.centerId ?? 'CENTER'
  const half = `${clocks.occurredBy.slice(0, 4)}-06-30`
  const commands: readonly (readonly [command: string, what: string])[] = [
    [`npx mingheng compile ${source.path}`, '整份通知的读法'],
    [`npx mingheng questions ${target}`, '通知没有写明的问题和口径'],
    [`npx mingheng score ${target} --as-of ${half}`, '只计到年中'],
    [`npx mingheng explain ${center}`, '这个中心的得分表'],
    [`npx mingheng explain ${center} 3 --folder ${target}`, '其中一部分的每一分'],
  ]
  return [
    heavyRule(page),
    '接下来可以试：',
    ...commands.flatMap(([command, what]) => [`  ${page.ink.primary(command)}`, `      ${page.ink.faint(what)}`]),
  ]
}
