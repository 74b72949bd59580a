import { dayInWords } from '../../core/document/day-in-words.ts'
import { paragraph, type DocumentBlock } from '../../core/document/document-block.ts'
import type { OfficialDocument } from '../../core/document/official-document.ts'
import { dayOf } from '../../core/kernel/timestamp.ts'
import type { Deadline } from '../../core/kernel/working-days.ts'
import { findingTitle } from '../../core/ledger/finding-title.ts'
import { conditionInWords } from '../../core/rubric/condition-in-words.ts'
import { priceInWords } from '../../core/rubric/price-in-words.ts'
import { unitText } from '../../core/scoring/explain-price.ts'
import { signedText } from '../../core/scoring/points-text.ts'
import { evidenceBlocks, recordsBlocks } from './evidence-blocks.ts'
import { allegedClause, eventsOf, numberOf, proofOf, type FindingFacts } from './finding-facts.ts'
import { letterOf } from './letter-frame.ts'
import { pairsTable } from './letter-tables.ts'
import { CHANNELS, clauseQuote, deadlineInWords, noticeInWords, yearInWords } from './letter-words.ts'

/** 问题告知书: what is suspected, on what, what it would cost, and how the center is heard before anybody decides. */
export function findingNotice(facts: FindingFacts & { readonly replyBy: Deadline }): OfficialDocument {
  const { fields, told, rubric, districtName, evidence } = facts
  const { finding, centerName } = told
  const number = numberOf(facts)
  const form = `问题告知书（${number}）回复单`
  return letterOf(fields, {
    kind: 'finding-notice',
    fileName: `问题告知书（${centerName}，${number}）`,
    title: ['问题告知书'],
    blocks: [
      { kind: 'addressees', text: `${fields.addressees ?? centerName}：` },
      paragraph(
        `${districtName}依据${noticeInWords(rubric)}开展${yearInWords(rubric)}考核，发现你中心有1项疑似问题（${number}）。现将有关情况告知如下，请按期答复。`,
      ),
      { kind: 'heading', level: 1, text: '一、疑似问题' },
      { kind: 'table', table: allegationTable(facts) },
      { kind: 'heading', level: 1, text: '二、考核依据' },
      ...groundsBlocks(facts),
      { kind: 'heading', level: 1, text: '三、对得分的影响' },
      ...effectBlocks(facts),
      { kind: 'heading', level: 1, text: '四、证据' },
      ...evidenceSection(facts),
      { kind: 'heading', level: 1, text: '五、答复期限和方式' },
      ...replyBlocks(facts),
      { kind: 'attachment', mark: '附件', title: form },
      { kind: 'table', table: replyForm(facts) },
    ],
    attachments: [form],
    proof: proofOf(facts, [
      `本告知书列疑似问题1项、证据${evidence.length}件、业务记录${finding.records.length}条，附回复单1份。`,
    ]),
  })
}

function allegationTable(facts: FindingFacts) {
  const { told, evidence } = facts
  const { finding, centerName } = told
  const places = [...new Set(evidence.flatMap(({ claims }) => claims?.place ?? []))]
  const [raised] = told.history
  const clause = allegedClause(facts)
  return pairsTable(
    'allegation',
    '疑似问题',
    ['事项', '内容'],
    [
      { name: '编号', lines: [numberOf(facts)] },
      { name: '疑似问题', lines: finding.description.split('\n') },
      { name: '发生日期', lines: [dayInWords(finding.occurredOn)] },
      {
        name: '地点',
        lines: [places.length === 0 ? centerName : `${centerName}（照片自述：${places.join('；')}）`],
      },
      {
        name: '发现渠道',
        lines: [
          `${CHANNELS[finding.source]}${raised === undefined ? '' : `，${dayInWords(dayOf(raised.recordedAt))}登记`}`,
        ],
      },
      { name: '疑似数量', lines: [`${finding.occurrences}${unitText(clause)}`] },
    ],
  )
}

function groundsBlocks(facts: FindingFacts): readonly DocumentBlock[] {
  const { rubric, notice } = facts
  const clause = allegedClause(facts)
  const quoted = clauseQuote(rubric, notice, clause)
  const conditions = clause.conditions.map(conditionInWords)
  return [
    quoted,
    ...(quoted.text === clause.quote ? [] : [paragraph(`其中，本事项适用“${clause.quote}”。`)]),
    ...(conditions.length === 0 ? [] : [paragraph(`适用条件：${conditions.join('；')}。`)]),
  ]
}

function effectBlocks(facts: FindingFacts): readonly DocumentBlock[] {
  const { told } = facts
  const { finding, effect } = told
  const price = `该款的分值为：${priceInWords(allegedClause(facts))}。`
  const isOpen = finding.standing === 'notified'
  const moves =
    !isOpen || effect === null
      ? ''
      : effect.between[0] === effect.between[1]
        ? `按现有记录计算，该事项对你中心得分的影响为${signedText(effect.now)}分。`
        : `按现有记录计算，该事项对你中心得分的影响，最少${signedText(effect.between[1])}分，最多${signedText(effect.between[0])}分，以认定结论为准。`
  return [
    paragraph(`${price}${moves}`),
    paragraph('本告知书所列为疑似问题。查实以前，不扣分。'),
    ...(isOpen
      ? []
      : [paragraph(`本件于认定之后制作，该事项已${STANDINGS[finding.standing]}，结论以认定的决定为准。`)]),
  ]
}

const STANDINGS: Readonly<Record<FindingFacts['told']['finding']['standing'], string>> = {
  suspected: '登记为疑点',
  reported: '登记',
  notified: '告知',
  substantiated: '查实',
  dismissed: '不予认定',
  reversed: '经复核撤销',
  withdrawn: '撤回',
}

function evidenceSection({ told, evidence }: FindingFacts): readonly DocumentBlock[] {
  const { records } = told.finding
  if (evidence.length === 0 && records.length === 0) return [paragraph('登记时没有附证据，以上列情况的记载为准。')]
  const listed = [
    ...(evidence.length === 0 ? [] : [`证据${evidence.length}件`]),
    ...(records.length === 0 ? [] : [`业务记录${records.length}条`]),
  ]
  return [
    paragraph(`本事项有${listed.join('、')}，列明如下；原件可在考核系统中查看。`),
    ...evidenceBlocks('evidence', '证据清单', evidence),
    ...recordsBlocks('records', records),
    ...(evidence.some(({ claims }) => claims !== null)
      ? [{ kind: 'note', text: '文件自述的时间、地点由拍摄设备写入，未经核实。' } as const]
      : []),
  ]
}

function replyBlocks(facts: FindingFacts & { readonly replyBy: Deadline }): readonly DocumentBlock[] {
  const replied = eventsOf(facts, 'FindingAccepted', 'FindingContested').at(-1)
  return [
    paragraph(`答复期限：${deadlineInWords(facts.replyBy)}。`),
    paragraph(
      '答复方式：请在考核系统中打开本事项，选择认可或者提出异议，写明情况并附证据；也可以填写所附回复单，由负责人签字并盖章后，在期限内送达。',
    ),
    paragraph('期限届满没有答复的，将依据已有证据作出认定。对认定不服的，可以在认定决定送达后按规定期限申诉。'),
    ...(replied === undefined
      ? []
      : [
          paragraph(
            `你中心已于${dayInWords(dayOf(replied.recordedAt))}${replied.type === 'FindingAccepted' ? '认可' : '提出异议'}。`,
          ),
        ]),
  ]
}

function replyForm(facts: FindingFacts & { readonly replyBy: Deadline }) {
  const { told } = facts
  return pairsTable(
    'reply-form',
    '回复单',
    ['事项', '填写'],
    [
      { name: '中心', lines: [told.centerName] },
      { name: '编号', lines: [numberOf(facts)] },
      { name: '疑似问题', lines: [findingTitle(told.finding.description)] },
      { name: '答复期限', lines: [`${dayInWords(facts.replyBy.lastDay)}24时止`] },
      { name: '是否属实', lines: ['□ 属实，予以认可　　□ 部分属实　　□ 不属实，提出异议'] },
      { name: '情况说明', room: 26 },
      { name: '整改措施', room: 20 },
      { name: '证据清单', room: 16 },
      { name: '负责人签字', room: 10 },
      { name: '单位盖章', room: 18 },
      { name: '日期', lines: ['　　　　年　　　月　　　日'] },
    ],
  )
}
