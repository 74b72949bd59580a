import { dayInWords } from '../../core/document/day-in-words.ts'
import { paragraph, type DocumentBlock } from '../../core/document/document-block.ts'
import type { DocumentTable } from '../../core/document/document-table.ts'
import type { OfficialDocument } from '../../core/document/official-document.ts'
import { formatPoints } from '../../core/kernel/points.ts'
import { clauseName } from '../../core/rubric/clause-name.ts'
import { allClauses, findClause } from '../../core/rubric/find-clause.ts'
import { sheetCounts } from '../../core/scoring/sheet-counts.ts'
import type { BulletinFacts } from './bulletin-facts.ts'
import { clauseFigures, gives, sectionFigures, sum } from './bulletin-figures.ts'
import {
  centerClausesTable,
  centerTable,
  clauseTable,
  interpretationTable,
  rankingTable,
  sectionTable,
} from './bulletin-tables.ts'
import { ledgerSentence } from './finding-facts.ts'
import { letterOf } from './letter-frame.ts'
import { noticeInWords, sectionName, yearInWords } from './letter-words.ts'

/** 年度考核通报: what the sheets say and nothing else; what the office must say itself are places to write in. */
export function bulletin(facts: BulletinFacts): OfficialDocument {
  const { fields, rubric, isSealed, today, ranked, head, answers } = facts
  const title = titleOf(facts)
  const draft = isSealed ? null : `征求意见稿，截至${dayInWords(today)}`
  const hasLosses =
    clauseFigures(
      rubric,
      ranked.map(({ sheet }) => sheet),
    ).length > 0
  const attachments = ['得分排名表', '各中心扣分情况汇总', '考核口径']
  return letterOf(fields, {
    kind: 'bulletin',
    fileName: isSealed ? title.join('') : `${title.join('')}（征求意见稿，截至${today}）`,
    title,
    subtitle: draft,
    blocks: [
      { kind: 'addressees', text: `${fields.addressees ?? '各中心'}：` },
      paragraph(openingOf(facts)),
      { kind: 'heading', level: 1, text: '一、总体情况' },
      ...overall(facts),
      { kind: 'heading', level: 1, text: '二、得分排名' },
      ...leaders(facts),
      { kind: 'heading', level: 1, text: '三、扣分情况' },
      ...losses(facts),
      { kind: 'heading', level: 1, text: '四、加分情况' },
      ...commendations(facts),
      { kind: 'heading', level: 1, text: '五、工作要求' },
      ...demands(facts),
      paragraph('特此通报。'),
      { kind: 'attachment', mark: '附件1', title: '得分排名表' },
      { kind: 'table', table: rankingTable(facts) },
      {
        kind: 'note',
        text: '得分相同的并列同一名次，其后名次顺延。核验码供各中心核对本中心得分表和台账以后有无改动。',
      },
      { kind: 'attachment', mark: '附件2', title: '各中心扣分情况汇总' },
      { kind: 'table', table: centerTable(facts) },
      { kind: 'note', text: '得分＝基本分＋扣分＋加分＋封顶和扣完为止；扣分以负数列。' },
      ...(hasLosses ? [clauseTable(facts), centerClausesTable(facts)].map(tableBlock) : []),
      { kind: 'attachment', mark: '附件3', title: '考核口径' },
      ...interpretations(facts),
    ],
    attachments,
    proof: {
      code: null,
      ledger: { seq: head.seq, head: head.digest },
      totals: ranked.map(({ sheet }) => ({ name: sheet.centerName, points: sheet.score })),
      sentences: [
        ledgerSentence(head),
        `列中心${ranked.length}个，得分合计${formatPoints(sum(ranked.map(({ sheet }) => sheet.score)))}分；列口径${answers.size}条。各中心的核验码见附件1。`,
      ],
    },
  })
}

function tableBlock(table: DocumentTable): DocumentBlock {
  return { kind: 'table', table }
}

/** 关于……年度考核情况的通报, of what the notice's own title says is assessed. */
function titleOf({ rubric }: BulletinFacts): readonly string[] {
  const [, subject] = /^(.+?)(?:年度)?考核(?:评分)?(?:细则|办法|标准)/u.exec(rubric.title) ?? []
  const rest = `${yearInWords(rubric)}考核情况的通报`
  return subject === undefined ? [`关于${rest}`] : [`关于${subject}`, rest]
}

function openingOf({ rubric, districtName, ranked, ...facts }: BulletinFacts): string {
  const { periodFrom, periodTo, isSealed, sealedOn, publishedOn, today } = facts
  const period =
    periodFrom === null || periodTo === null ? '' : `${dayInWords(periodFrom)}至${dayInWords(periodTo)}的工作`
  const published = publishedOn === null ? '' : `，${dayInWords(publishedOn)}公示`
  const state =
    isSealed && sealedOn !== null
      ? `考核结果于${dayInWords(sealedOn)}定稿${published}。现通报如下。`
      : `考核尚未定稿，以下是截至${dayInWords(today)}的情况，供征求意见。`
  return `依据${noticeInWords(rubric)}，${districtName}对${ranked.length}个中心${period}进行了考核。${state}`
}

function overall(facts: BulletinFacts): readonly DocumentBlock[] {
  const { rubric, ranked, mean, appeals } = facts
  const sheets = ranked.map(({ sheet }) => sheet)
  const { deducted, added, open } = sheetCounts(sheets)
  const printed = sum(rubric.sections.map(({ maxPoints }) => maxPoints ?? 0))
  const pending = sum(Object.values(open))
  const appealed = sum(Object.values(appeals))
  const outcomes = [
    `维持${appeals.upheld}件`,
    `变更${appeals.varied}件`,
    `撤销${appeals.reversed}件`,
    ...(appeals.pending === 0 ? [] : [`还在复核${appeals.pending}件`]),
  ]
  return [
    paragraph(
      `考核分${rubric.sections.length}个部分、${allClauses(rubric).length}款，印有分值的部分合计${formatPoints(printed)}分。只有查实的事项扣分，经审定的事项加分；通知给出幅度的，由考核人员裁量并写明理由；对认定有异议的，由没有参与认定的人员复核。`,
    ),
    paragraph(
      `扣分事项${deducted}件，加分事项${added}件。${appealed === 0 ? '没有中心提出申诉。' : `对${appealed}件事项提出申诉，${outcomes.join('、')}。`}${pending === 0 ? '' : `另有${pending}项没有决定，得分仍可能变动。`}`,
    ),
    ...(ranked.length < 2 ? [] : [paragraph(spread(facts.ranked, mean))]),
  ]
}

function spread(ranked: BulletinFacts['ranked'], mean: number): string {
  const scores = ranked.map(({ sheet }) => sheet.score)
  const [highest, lowest] = [Math.max(...scores), Math.min(...scores)]
  const average = `各中心平均得分${formatPoints(mean)}分`
  if (highest === lowest) return `${average}，得分相同。`
  const at = (score: number) =>
    ranked.flatMap(({ sheet }) => (sheet.score === score ? [sheet.centerName] : [])).join('、')
  return `${average}，最高${formatPoints(highest)}分（${at(highest)}），最低${formatPoints(lowest)}分（${at(lowest)}）。`
}

const FOREMOST = 3

function leaders({ ranked }: BulletinFacts): readonly DocumentBlock[] {
  const first = ranked.filter(({ rank }) => rank <= FOREMOST)
  const named = first.map(
    ({ sheet, rank, isTied }) =>
      `${sheet.centerName}${formatPoints(sheet.score)}分（${isTied ? '并列' : ''}第${rank}名）`,
  )
  return [paragraph(`得分在前${FOREMOST}名的是：${named.join('，')}。全部名次见附件1。`)]
}

const MOST_NAMED = 5

function losses(facts: BulletinFacts): readonly DocumentBlock[] {
  const { rubric, ranked } = facts
  const sheets = ranked.map(({ sheet }) => sheet)
  const sections = sectionFigures(sheets).filter(({ lost }) => lost < 0)
  const clauses = clauseFigures(rubric, sheets)
  if (clauses.length === 0) return [paragraph('没有中心扣分。')]
  const heaviest = sections.toSorted((a, b) => a.lost - b.lost).slice(0, FOREMOST)
  const commonest = clauses.toSorted((a, b) => b.cases - a.cases || a.lost - b.lost).slice(0, MOST_NAMED)
  return [
    { kind: 'heading', level: 2, text: '（一）按部分' },
    paragraph(
      `扣分较多的部分依次是：${heaviest.map(({ sectionId, centers, cases, lost }) => `${sectionName(rubric, sectionId)}，${centers}个中心${cases}件，共扣${formatPoints(-lost)}分`).join('；')}。各部分情况见下表。`,
    ),
    { kind: 'table', table: sectionTable(facts) },
    { kind: 'heading', level: 2, text: '（二）按条款' },
    paragraph(`${clauses.length}款有扣分，事项较多的是下列各款，全部条款见附件2。`),
    ...commonest.map(({ clauseId, centers, cases, lost }, at) =>
      paragraph(
        `${at + 1}. ${clauseName(rubric, clauseId)}“${findClause(rubric, clauseId)?.quote ?? ''}”：${cases}件，涉及${centers}个中心，共扣${formatPoints(-lost)}分。`,
      ),
    ),
  ]
}

function commendations({ rubric, ranked }: BulletinFacts): readonly DocumentBlock[] {
  const gained = ranked.flatMap(({ sheet }) => {
    const lines = sheet.sections.flatMap(({ lines }) => lines.filter(gives))
    if (lines.length === 0) return []
    const clauses = [...new Set(lines.map(({ clauseId }) => clauseName(rubric, clauseId)))]
    return [
      `${sheet.centerName}${lines.length}项，加${formatPoints(sum(lines.map(({ effect }) => effect)))}分（${clauses.join('、')}）`,
    ]
  })
  if (gained.length === 0) return [paragraph('没有加分事项。')]
  return [paragraph(`${gained.length}个中心有加分事项，予以肯定：${gained.join('；')}。`)]
}

function demands({ fields, openRectifications, today }: BulletinFacts): readonly DocumentBlock[] {
  const { findings, centers } = openRectifications
  const open =
    findings === 0
      ? []
      : [paragraph(`截至${dayInWords(today)}，还有${findings}项整改没有通过验收，涉及${centers}个中心。`)]
  const said = fields.requirements.length === 0 ? ['〔下一步工作要求，由发文机关写入〕'] : fields.requirements
  return [...open, ...said.map(paragraph)]
}

function interpretations(facts: BulletinFacts): readonly DocumentBlock[] {
  const { rubric, answers } = facts
  const open = rubric.questions.length - answers.size
  const left = open === 0 ? '' : `另有${open}处没有定口径，只按各种理解都成立的部分计分。`
  if (answers.size === 0) return [paragraph(`没有定过口径。${left}`)]
  return [paragraph(`通知没有写明之处，按下列口径计分。${left}`), { kind: 'table', table: interpretationTable(facts) }]
}
