import { latestFor } from '../../app/list-questions.ts'
import { formatPoints } from '../../core/kernel/points.ts'
import type { Clause } from '../../core/rubric/clause.ts'
import { conditionInWords } from '../../core/rubric/condition-in-words.ts'
import { correctionInWords } from '../../core/rubric/correction-in-words.ts'
import type { Correction } from '../../core/rubric/correction.ts'
import { allClauses } from '../../core/rubric/find-clause.ts'
import type { Interpretation } from '../../core/rubric/interpretation.ts'
import { priceInWords } from '../../core/rubric/price-in-words.ts'
import type { Criterion, Rubric, Section } from '../../core/rubric/rubric.ts'
import { formPlaces, type FormPlaces } from './form-places.ts'
import { centered, hanging, heavyRule, lightRule, sectionTitle, spread, type Page } from './page.ts'
import { questionLines } from './question-lines.ts'

/** The whole reading: head, sections with their sentences and prices, and what concerns the notice as a whole. */
export function rubricPage(rubric: Rubric, page: Page, source: string): string[] {
  const places = formPlaces(source)
  const whole = rubric.questions.filter(({ criterionId }) => criterionId === null)
  return [
    ...rubricHead(rubric, page),
    ...rubric.sections.flatMap((section) => ['', ...sectionLines(section, rubric, page, [], places)]),
    ...(whole.length === 0 ? [] : ['', page.ink.strong('关于整份通知'), lightRule(page)]),
    ...whole.flatMap((question) => questionLines(question, null, page, 1)),
    ...remarkLines(rubric, page),
    heavyRule(page),
  ]
}

export function rubricHead(rubric: Rubric, page: Page): string[] {
  const number = [rubric.noticeNumber, rubric.year === null ? null : `${rubric.year}年`].filter((part) => part !== null)
  return [
    heavyRule(page),
    ...centered(rubric.title || '（通知没有标题）', page).map(page.ink.strong),
    ...(number.length === 0 ? [] : centered(number.join('  '), page)),
    heavyRule(page),
    ...hanging('', rubricCounts(rubric), page, 0),
  ]
}

/** `10项考核内容，42个考核项目，51款；标明的分值共95分，2项未写分值；15个问题待定` */
function rubricCounts(rubric: Rubric): string {
  const criteria = rubric.sections.flatMap((section) => section.criteria)
  const pointed = rubric.sections.flatMap(({ maxPoints }) => (maxPoints === null ? [] : [maxPoints]))
  const unpointed = rubric.sections.length - pointed.length
  const sum = pointed.reduce((total, points) => total + points, 0)
  return [
    `${rubric.sections.length}项考核内容，${criteria.length}个考核项目，${allClauses(rubric).length}款`,
    `标明的分值共${formatPoints(sum)}分${unpointed > 0 ? `，${unpointed}项未写分值` : ''}`,
    rubric.questions.length === 0 ? '没有待定的问题' : `${rubric.questions.length}个问题待定`,
  ].join('；')
}

/** With `interpretations` the questions that they answer are shown as answered. */
export function sectionLines(
  section: Section,
  rubric: Rubric,
  page: Page,
  interpretations: readonly Interpretation[] = [],
  places: FormPlaces = formPlaces(''),
): string[] {
  const { ink } = page
  const points = section.maxPoints === null ? '未写分值' : `${formatPoints(section.maxPoints)}分`
  const [first = '', ...more] = spread(sectionTitle(section), points, page)
  return [
    ink.strong(first),
    ...more,
    lightRule(page),
    ...section.criteria.flatMap((criterion) => criterionLines(criterion, rubric, page, interpretations, places)),
  ]
}

function criterionLines(
  criterion: Criterion,
  rubric: Rubric,
  page: Page,
  interpretations: readonly Interpretation[],
  places: FormPlaces,
): string[] {
  const { ink } = page
  const points = criterion.maxPoints === null ? '' : `（${formatPoints(criterion.maxPoints)}分）`
  const questions = rubric.questions.filter(({ criterionId }) => criterionId === criterion.id)
  const isOne = criterion.clauses.length === 1
  return [
    ...hanging(
      `${criterion.id}  `,
      flat(criterion.requirement?.text.replaceAll('\n', ' · ') ?? criterion.text) + points,
      page,
      0,
      {
        label: ink.strong,
      },
    ),
    ...(criterion.requirement === null ? [] : hanging('│ ', flat(criterion.text), page, 5, { label: ink.faint })),
    ...places.lines(criterion.span, page, 5),
    ...criterion.clauses.flatMap((clause) => [
      ...clauseLines(clause, isOne, page),
      ...(places.words(clause.span) === places.words(criterion.span) ? [] : places.lines(clause.span, page, 8)),
    ]),
    ...questions.flatMap((question) => questionLines(question, latestFor(question, interpretations), page, 6)),
  ]
}

function clauseLines(clause: Clause, isOne: boolean, page: Page): string[] {
  const { ink } = page
  const conditions = clause.conditions.map(conditionInWords)
  const indent = 6
  return [
    ...hanging(`${clause.id}  `, priceInWords(clause), page, indent, { label: ink.faint, text: ink.strong }),
    ...(isOne ? [] : hanging('│ ', flat(clause.quote), page, indent + 2, { label: ink.faint })),
    ...(clause.correction === undefined ? [] : correctedLines(clause.correction, page, indent + 2)),
    ...conditions.flatMap((condition) => hanging('· ', condition, page, indent + 2)),
    ...(clause.standing.kind === 'recorded'
      ? hanging('▨ ', `读到但尚不计分：${clause.standing.because}`, page, indent + 2, {
          label: ink.open,
          text: ink.open,
        })
      : []),
  ]
}

function remarkLines({ remarks }: Rubric, page: Page): string[] {
  if (remarks.length === 0) return []
  return [
    '',
    page.ink.strong('不成一款的内容'),
    lightRule(page),
    ...remarks.flatMap(({ kind, quote, correction }) => [
      ...hanging(`${REMARKS[kind]}  `, flat(quote), page, 0, { label: page.ink.faint }),
      ...(correction === undefined ? [] : correctedLines(correction, page, 6)),
    ]),
  ]
}

function correctedLines(correction: Correction, page: Page, indent: number): string[] {
  const { read, given } = correctionInWords(correction)
  const { reason, correctedBy, correctedOn } = correction
  return hanging(
    '改正 ',
    `机器读作“${read}”，改为“${given}”：${reason}（${correctedBy}，${correctedOn}）`,
    page,
    indent,
  )
}

const REMARKS: Readonly<Record<Rubric['remarks'][number]['kind'], string>> = {
  consequence: '后果',
  reference: '引用',
  definition: '定义',
  grades: '等次',
  weights: '权重',
  base: '基准',
  evidence: '材料',
  cure: '补救',
  'not-applicable': '不适用',
  'general-rule': '表外',
  'general-limit': '总则',
  corrected: '改正',
  unread: '未读懂',
}

/** A cell may hold line ends and tabs; between Chinese characters they are nothing. */
function flat(text: string): string {
  return text
    .replaceAll(/(?<=[^\p{ASCII}])\s+(?=[^\p{ASCII}])/gu, '')
    .replaceAll(/\s+/gu, ' ')
    .trim()
}
