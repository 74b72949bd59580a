import { explainLines, type LineOrigin } from '../../app/explain-score.ts'
import type { Demonstration } from '../../app/run-demo.ts'
import { latestFor } from '../../app/list-questions.ts'
import type { ScoredAssessment } from '../../app/score-assessment.ts'
import type { LedgerEvent } from '../../core/ledger/ledger-event.ts'
import type { Section } from '../../core/rubric/rubric.ts'
import type { ScoreSheet } from '../../core/scoring/score-sheet.ts'
import { agreementLines } from './agreement-lines.ts'
import { correctionLines } from './correction-lines.ts'
import { batchLines } from './batch-lines.ts'
import { openedLines } from './opened-lines.ts'
import { sheetNames } from '../../core/scoring/sheet-names.ts'
import { originLines } from './origin-lines.ts'
import { hanging, heavyRule, type Page } from './page.ts'
import { rubricHead, sectionLines } from './rubric-page.ts'
import { scorePage } from './score-page.ts'
import { sheetPage } from './sheet-page.ts'

/** The whole of it in one go: rules, records, suspicions, a year scored, one lost point to its sentence, what next. */
export function demoPage(shown: Demonstration, page: Page): string[] {
  const { scored, target, seed } = shown
  const example = chooseExample(scored)
  const { events, source } = scored
  const steps: readonly Step[] = [
    { title: '通知编译成细则', detail: `${source.path}，${source.text.length}个字`, lines: noticeLines(scored, page) },
    ...recordSteps(shown, page),
    {
      title: '一年的台账',
      detail: `种子 ${seed}，${events.length}个事件，写在 ${target}/ledger.jsonl`,
      lines: scorePage(scored, page),
    },
    ...(example
      ? [
          {
            title: '一个中心的得分表',
            detail: example.sheet.centerName,
            lines: sheetPage(scored, example.sheet, page),
          },
          {
            title: '一分追到底',
            detail: `${example.sheet.centerName}，${example.origin.clause.id}`,
            lines: originLines(example.origin, scored, sheetNames(scored.rubric, example.sheet), page),
          },
        ]
      : []),
  ]
  return [
    ...steps.flatMap(({ title, detail, lines }, at) => [
      '',
      ...hanging(`${NUMERALS[at] ?? ''}、${title}  `, detail, page, 0, {
        label: page.ink.strong,
        text: page.ink.faint,
      }),
      '',
      ...lines,
      '',
    ]),
    ...nextSteps(shown, example?.sheet ?? scored.sheets[0], page),
  ]
}

interface Step {
  readonly title: string
  readonly detail: string
  readonly lines: readonly string[]
}

const NUMERALS = '一二三四五六七八九十'

function noticeLines(scored: ScoredAssessment, page: Page): string[] {
  const { rubric, folder } = scored
  const answered = rubric.questions.filter((question) => latestFor(question, folder.interpretations) !== null).length
  const section = chooseSection(scored)
  const open = rubric.questions.length - answered
  return [
    ...rubricHead(rubric, page),
    ...hanging('', `其中${answered}个问题已有口径，${open}个仍待定。下面是其中一部分：`, page, 0),
    '',
    ...(section ? sectionLines(section, rubric, page, folder.interpretations) : []),
  ]
}

/** From the sources' files to suspicions, and what became of them when records were corrected. */
function recordSteps({ records, scored, target }: Demonstration, page: Page): Step[] {
  if (records === null) return []
  const { trial, opened, corrected } = records
  return [
    {
      title: '一年的业务记录',
      detail: `各系统的导出文件，写在 ${target}/sources；导入 ${target}/records`,
      lines: batchLines(trial.sources, page),
    },
    {
      title: '检测只提疑点',
      detail: `${trial.runs.length}个检测，${trial.found.suspicions.length}个疑点；生成记录时埋下了什么，这里逐款核对`,
      lines: agreementLines(trial.agreement, page),
    },
    ...(opened ? [{ title: '一个疑点，追到记录', detail: '', lines: openedLines(opened, scored, page) }] : []),
    {
      title: '记录更正以后',
      detail: `${target}/sources/更正`,
      lines: correctionLines(corrected, page),
    },
  ]
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

/** The lost point with the longest story, of those that records showed where there are such; of equals the first of the ranking. */
function chooseExample(scored: ScoredAssessment): Example | undefined {
  const lost = scored.sheets.flatMap((sheet): Example[] => {
    const origins = explainLines(scored, sheet, null)
    return origins.ok
      ? origins.value
          .filter(({ line }) => line.outcome.kind === 'deducted' && line.subject.kind === 'finding')
          .map((origin) => ({ sheet, origin }))
      : []
  })
  const shown = lost.filter(({ origin }) => origin.events.some(isFound))
  return (shown.length > 0 ? shown : lost).toSorted((a, b) => b.origin.events.length - a.origin.events.length)[0]
}

function isFound(event: LedgerEvent): boolean {
  return event.type === 'SuspicionRaised' && event.basis !== null
}

function nextSteps({ scored, target, records }: Demonstration, sheet: ScoreSheet | undefined, page: Page): string[] {
  const { source, clocks } = scored
  const center = sheet?.centerId ?? 'CENTER'
  const half = `${clocks.occurredBy.slice(0, 4)}-06-30`
  const commands: readonly (readonly [command: string, what: string])[] = [
    [`npx mingheng compile ${source.path}`, '整份通知的读法'],
    [`npx mingheng questions ${target}`, '通知没有写明的问题和口径'],
    [`npx mingheng score ${target} --as-of ${half}`, '只计到年中'],
    ...(records
      ? ([
          [`npx mingheng records ${target}`, '导入了哪些业务记录'],
          [`npx mingheng detect ${target} --as-of ${records.trial.setting.asOf}`, '再查一遍：台账里不会多出什么'],
        ] as const)
      : []),
    [`npx mingheng explain ${center}`, '这个中心的得分表'],
    [`npx mingheng explain ${center} 3 --folder ${target}`, '其中一部分的每一分'],
  ]
  return [
    heavyRule(page),
    '接下来可以试：',
    ...commands.flatMap(([command, what]) => [`  ${page.ink.primary(command)}`, `      ${page.ink.faint(what)}`]),
  ]
}
