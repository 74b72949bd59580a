import type { OfficialDocument } from '../../src/core/document/official-document.ts'
import { paragraph, type DocumentBlock } from '../../src/core/document/document-block.ts'
import type { DocumentTable } from '../../src/core/document/document-table.ts'
import { countOf, pointsOf, row, textOf } from './sample-cells.ts'

/** A bulletin under a red head: every place of GB/T 9704 that a letter has, over several pages. The district is invented. */
export const sampleLetter: OfficialDocument = {
  kind: 'bulletin',
  fileName: '云汀区2025年度社区事务受理服务中心考核情况通报',
  layout: 'letter',
  isLandscape: false,
  head: { issuer: '云汀区政务服务办公室文件', number: '云政务〔2025〕12号', signer: null },
  title: ['云汀区政务服务办公室关于2025年度', '社区事务受理服务中心考核情况的通报'],
  subtitle: null,
  facts: [],
  blocks: [
    { kind: 'addressees', text: '各街道办事处、镇人民政府：' },
    paragraph(
      '根据《云汀区社区事务受理服务中心考核评分细则》（云政务〔2025〕3号，以下简称《细则》），区政务服务办公室组织对全区六个街道、镇社区事务受理服务中心2025年度工作进行了考核。现将有关情况通报如下。',
    ),
    { kind: 'heading', level: 1, text: '一、总体情况' },
    { kind: 'heading', level: 2, text: '（一）得分情况' },
    paragraph(
      '全区平均得分91.25分，最高97.5分，最低83分。其中，柳湾街道、石塘镇、望潮街道居前三位。与2024年度相比，有四个中心得分上升，两个中心得分下降，窗口服务、证照核验两项进步明显。',
    ),
    { kind: 'heading', level: 2, text: '（二）主要失分项目' },
    { kind: 'heading', level: 3, text: '1. 窗口服务' },
    paragraph('全年共查实窗口服务类问题27件，涉及五个中心，共扣13.5分。主要表现为工作时间离岗、未执行首问责任制。'),
    { kind: 'heading', level: 3, text: '2. 办件时限' },
    paragraph('全年办件共128460件，超过承诺时限的46件，占0.04%，共扣9.2分。'),
    { kind: 'heading', level: 4, text: '（1）收件环节' },
    paragraph('收件环节超时31件，多因材料补正未一次告知。'),
    { kind: 'heading', level: 4, text: '（2）送达环节' },
    paragraph('送达环节超时15件，多因跨中心流转未及时签收。'),
    {
      kind: 'quote',
      text: '窗口工作人员在工作时间内离岗、串岗的，发现一次扣0.5分。',
      place: '《细则》第三部分第2条',
    },
    {
      kind: 'paragraph',
      pieces: [
        { text: '经复核，石塘镇中心', isStrong: false, tone: null },
        { text: '退还0.5分', isStrong: true, tone: 'gained' },
        { text: '；竹屿镇中心维持原决定，', isStrong: false, tone: null },
        { text: '扣1分', isStrong: true, tone: 'lost' },
        { text: '；另有一件', isStrong: false, tone: null },
        { text: '待裁量', isStrong: false, tone: 'open' },
        { text: '，一件', isStrong: false, tone: null },
        { text: '不予认定', isStrong: false, tone: 'dismissed' },
        { text: '。', isStrong: false, tone: null },
      ],
    },
    { kind: 'heading', level: 1, text: '二、存在的主要问题' },
    ...repeated(
      7,
      '部分中心对综合窗口建设重视不够，窗口忙闲不均，群众等候时间较长；少数工作人员业务不熟，对跨街道、镇通办事项的办理要求掌握不全，一次性告知落实不到位，致使群众往返；个别中心整改流于形式，同类问题在同一季度内重复发生，未能举一反三、建立长效机制。',
    ),
    { kind: 'heading', level: 1, text: '三、下一步工作要求' },
    ...repeated(
      5,
      '各街道、镇要对照通报逐项查摆，明确责任人和完成时限，于15个工作日内将整改情况书面报区政务服务办公室。区政务服务办公室将适时组织回访，并将整改落实情况纳入下一年度考核。',
    ),
    paragraph('特此通报。'),
    { kind: 'attachment', mark: '附件1', title: '2025年度考核得分汇总表' },
    { kind: 'table', table: totals() },
    { kind: 'note', text: '注：同分的中心名次并列，其后名次相应空缺。' },
    { kind: 'attachment', mark: '附件2', title: '整改工作要求' },
    paragraph('一事一改，逐件销号；整改情况应附照片、台账等佐证材料，由中心负责人签字后报送。'),
  ],
  closing: {
    attachments: ['2025年度考核得分汇总表', '整改工作要求及各街道、镇社区事务受理服务中心逐项整改任务分解表'],
    office: '云汀区政务服务办公室',
    date: '2025年12月26日',
    signatures: [],
    note: '联系人：考核科；联系电话：000-12345678',
    copiesTo: [
      '区委办公室，区人大常委会办公室，区政协办公室，区纪委监委，区人力资源社会保障局，区民政局，区医疗保障局',
    ],
    printedBy: { office: '云汀区政务服务办公室', date: '2025年12月26日' },
  },
  proof: {
    code: 'K7QM-3F9T-XW2D-8HNA',
    ledger: { seq: 1284, head: '9f2c41d07be3a5568c1d0e7f94ab32c6d81f5e20b7a94c3360fd12e8ab574c91' },
    counts: [{ table: 'totals', rows: 6 }],
    totals: [{ name: '平均得分', points: 9125 }],
    sentences: ['附件1列中心6个；平均得分91.25分。', '依台账第1284号事项止的记载生成。'],
  },
  workings: [],
}

function totals(): DocumentTable {
  const centers: [string, number, number, number][] = [
    ['柳湾街道', 9750, -250, 1],
    ['石塘镇', 9525, -475, 2],
    ['望潮街道', 9525, -475, 2],
    ['青岚镇', 8900, -1100, 4],
    ['沙洲街道', 8750, -1250, 5],
    ['竹屿镇', 8300, -1700, 6],
  ]
  return {
    id: 'totals',
    name: '考核得分汇总',
    hasCaption: false,
    columns: [
      { key: 'rank', name: '名次', width: 1, align: 'center' },
      { key: 'center', name: '街道、镇', width: 3, align: 'left' },
      { key: 'lost', name: '扣分', width: 2, align: 'right' },
      { key: 'score', name: '得分', width: 2, align: 'right' },
    ],
    rows: centers.map(([name, score, lost, rank]) =>
      row(countOf(rank), textOf(name), { ...pointsOf(lost), tone: 'lost' }, pointsOf(score)),
    ),
    foot: [row({ ...textOf('平均'), colSpan: 2 }, null, pointsOf(-875), { ...pointsOf(9125), isStrong: true })],
    isOfficial: true,
  }
}

function repeated(times: number, text: string): DocumentBlock[] {
  return Array.from({ length: times }, (_, index) =>
    paragraph(`${['第一', '第二', '第三', '第四', '第五', '第六', '第七'][index]}，${text}`),
  )
}
