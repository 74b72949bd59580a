import { dayInWords } from '../../core/document/day-in-words.ts'
import { paragraph, type DocumentBlock } from '../../core/document/document-block.ts'
import type { OfficialDocument } from '../../core/document/official-document.ts'
import { dayOf } from '../../core/kernel/timestamp.ts'
import { findingTitle } from '../../core/ledger/finding-title.ts'
import { unitText } from '../../core/scoring/explain-price.ts'
import { eventsOf, numberOf, proofOf, standingClause, type FindingFacts } from './finding-facts.ts'
import { letterOf } from './letter-frame.ts'
import { pairsTable } from './letter-tables.ts'
import { clauseQuote, deadlineInWords, noticeInWords, yearInWords } from './letter-words.ts'

/** 整改通知书: what is to be put right, by when, and what shows that it was. It says that the score is another matter. */
export function rectificationNotice(facts: FindingFacts): OfficialDocument {
  const { fields, told, rubric, notice, districtName } = facts
  const { centerName } = told
  const number = numberOf(facts)
  const form = `整改情况反馈表（${number}）`
  return letterOf(fields, {
    kind: 'rectification-notice',
    fileName: `整改通知书（${centerName}，${number}）`,
    title: ['整改通知书'],
    blocks: [
      { kind: 'addressees', text: `${fields.addressees ?? centerName}：` },
      paragraph(
        `${districtName}依据${noticeInWords(rubric)}开展${yearInWords(rubric)}考核，就你中心的问题（${number}）提出整改要求如下，请按期落实。`,
      ),
      { kind: 'heading', level: 1, text: '一、整改事项' },
      { kind: 'table', table: matterTable(facts) },
      clauseQuote(rubric, notice, standingClause(facts)),
      { kind: 'heading', level: 1, text: '二、整改要求' },
      ...demands(facts),
      { kind: 'heading', level: 1, text: '三、整改期限' },
      paragraph(dueSentence(facts)),
      { kind: 'heading', level: 1, text: '四、验收' },
      paragraph('整改完成后由检查人员验收；没有整改到位的，写明理由退回，继续整改。'),
      paragraph('整改与认定分开办理。是否整改、整改结果如何，都不改变本事项的认定和得分。'),
      { kind: 'attachment', mark: '附件', title: form },
      { kind: 'table', table: feedbackForm(facts) },
    ],
    attachments: [form],
    proof: proofOf(facts, ['本通知书列整改事项1项，附反馈表1份。']),
  })
}

function matterTable(facts: FindingFacts) {
  const { finding } = facts.told
  const { occurredOn, occurrences, decision } = finding
  return pairsTable(
    'matter',
    '整改事项',
    ['事项', '内容'],
    [
      { name: '编号', lines: [numberOf(facts)] },
      { name: '问题', lines: finding.description.split('\n') },
      { name: '发生日期', lines: [dayInWords(decision?.occurredOn ?? occurredOn)] },
      {
        name: '数量',
        lines: [`${decision?.occurrences ?? occurrences}${unitText(standingClause(facts))}`],
      },
      { name: '认定情况', lines: [decidedWords(facts)] },
    ],
  )
}

function decidedWords(facts: FindingFacts): string {
  const { standing, decision } = facts.told.finding
  const decided = eventsOf(facts, 'FindingSubstantiated').at(-1)
  if (decision === null || decided === undefined) return '尚未认定，属疑似问题'
  const day = dayInWords(dayOf(decided.recordedAt))
  return standing === 'reversed' ? `${day}查实，后经复核撤销` : `${day}查实`
}

function demands(facts: FindingFacts): readonly DocumentBlock[] {
  const planned = eventsOf(facts, 'RectificationPlanned').at(-1)
  const returned = eventsOf(facts, 'RectificationReturned').at(-1)
  const last = eventsOf(facts, 'RectificationSubmitted', 'RectificationReturned', 'RectificationAccepted').at(-1)
  return [
    ...(planned === undefined
      ? [paragraph('请针对上列问题查明原因，制定整改措施，在考核系统中登记后组织落实。')]
      : [
          paragraph(
            `你中心于${dayInWords(dayOf(planned.recordedAt))}登记的整改措施为：${ended(planned.measures)}请按此落实。`,
          ),
        ]),
    ...(returned === undefined || last?.type === 'RectificationAccepted'
      ? []
      : [
          paragraph(
            `${dayInWords(dayOf(returned.recordedAt))}验收退回，理由为：${ended(returned.reason)}请就此整改到位。`,
          ),
        ]),
    ...(last?.type === 'RectificationAccepted'
      ? [paragraph(`该事项的整改已于${dayInWords(dayOf(last.recordedAt))}通过验收。`)]
      : []),
    paragraph(
      '整改完成后，请在考核系统中报送完成情况，写明做了什么、何时完成，并附能够看出整改到位的照片、记录等材料；也可以填写所附反馈表，由负责人签字并盖章后送达。',
    ),
  ]
}

function dueSentence({ told, terms }: FindingFacts): string {
  if (told.rectifyBy !== null) return `整改期限：${deadlineInWords(told.rectifyBy)}。`
  const days = terms === null ? '规定的工作日数' : `${terms.rectificationWorkingDays}个工作日`
  return `整改期限为${days}，自登记整改措施的次日起算；登记以后，以考核系统列明的末日为准。`
}

/** With a full stop of its own or of ours. */
function ended(words: string): string {
  const said = words.trim().replaceAll(/\s*\n\s*/gu, '；')
  return /[。！？…”）]$/u.test(said) ? said : `${said}。`
}

function feedbackForm(facts: FindingFacts) {
  const { told } = facts
  const due =
    told.rectifyBy === null ? [] : [{ name: '整改期限', lines: [`${dayInWords(told.rectifyBy.lastDay)}24时止`] }]
  return pairsTable(
    'feedback-form',
    '整改情况反馈表',
    ['事项', '填写'],
    [
      { name: '中心', lines: [told.centerName] },
      { name: '编号', lines: [numberOf(facts)] },
      { name: '问题', lines: [findingTitle(told.finding.description)] },
      ...due,
      { name: '整改措施', room: 18 },
      { name: '完成情况', room: 22 },
      { name: '完成日期', lines: ['　　　　年　　　月　　　日'] },
      { name: '证明材料清单', room: 16 },
      { name: '负责人签字', room: 10 },
      { name: '单位盖章和日期', room: 16 },
      { name: '验收意见', lines: ['□ 通过　　□ 退回，理由：', '　', '检查人员签字：　　　　　　　　日期：'] },
    ],
  )
}
