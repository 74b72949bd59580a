import { describe, expect, test } from 'vitest'
import { readLayout } from './notice-layout.ts'

/** A section as `label|title|points`, its items as `  label|points|requirement|text`, then the passages as `¶ text`. */
function shown(source: string): string[] {
  const { sections, passages } = readLayout(source)
  return [
    ...sections.flatMap(({ label, title, points, items }) => [
      `${label}|${title}|${points ?? ''}`,
      ...items.map((item) => `  ${item.label}|${item.points ?? ''}|${item.requirement?.text ?? ''}|${item.text.text}`),
    ]),
    ...passages.map(({ text }) => `¶ ${text}`),
  ]
}

type Form = [form: string, source: string, reading: string[]]

describe('levels of text', () => {
  test.each<Form>([
    [
      'sections are below an article whose sentence heads them; a veto with its list is one general rule',
      '第二章 标准\n第五条 基础分100分，标准如下：\n（一）灯塔（满分60分）\n1.误点的，每次扣2分。\n（二）码头（满分40分）\n缺缆一根扣1分。\n第六条 有下列情形之一的，定为不合格：\n（一）沉船的；\n（二）瞒报的。\n第七条 由港务局解释。',
      [
        '（一）|灯塔|60',
        '  1|||误点的，每次扣2分。',
        '（二）|码头|40',
        '  |||缺缆一根扣1分。',
        '¶ 第二章 标准',
        '¶ 第五条 基础分100分，标准如下：',
        '¶ 第六条 有下列情形之一的，定为不合格：\n（一）沉船的；\n（二）瞒报的。',
        '¶ 第七条 由港务局解释。',
      ],
    ],
    [
      'a last sentence about the whole is a passage',
      '一、灯塔（60分）\n1、误点扣1分。\n二、加扣分\n1、获奖的，每次加2分。\n\n总分60分，扣分项扣完为止，加分项最高不超过5分。',
      [
        '一|灯塔|60',
        '  1|||误点扣1分。',
        '二|加扣分|',
        '  1|||获奖的，每次加2分。',
        '¶ 总分60分，扣分项扣完为止，加分项最高不超过5分。',
      ],
    ],
    [
      'a number glued to the figure behind it counts on; a decimal stays',
      '一、热线（20分）\n1.接听超时的，每次扣1分；\n2.12345工单漏办的，每件扣2分。3.回访不实的，每件扣\n0.5分。',
      [
        '一|热线|20',
        '  1|||接听超时的，每次扣1分；',
        '  2|||12345工单漏办的，每件扣2分。',
        '  3|||回访不实的，每件扣0.5分。',
      ],
    ],
    [
      'what has points below a level of pointed headings are items',
      '一、灯塔（30分）\n1.灯（10分）\n（1）不亮扣3分；\n2.雾号（20分）。不响扣5分。\n二、码头（20分）\n1.缺缆扣1分。',
      [
        '一|灯塔|30',
        '  1|10||灯（10分）\n（1）不亮扣3分；',
        '  2|20||雾号（20分）。不响扣5分。',
        '二|码头|20',
        '  1|||缺缆扣1分。',
      ],
    ],
    [
      'names among articles head their prices; a bound on gains is general',
      '第一条 制定本办法。\n第二条 实行加减分。\n第三条 扣分项\n（一）误点的，每次扣1分。\n第四条 加分项\n（一）救人的，每次加1分。\n加分累计不超过10分。\n第五条 自发布之日起施行。',
      [
        '第三条|扣分项|',
        '  （一）|||误点的，每次扣1分。',
        '第四条|加分项|',
        '  （一）|||救人的，每次加1分。',
        '¶ 第一条 制定本办法。',
        '¶ 第二条 实行加减分。',
        '¶ 加分累计不超过10分。',
        '¶ 第五条 自发布之日起施行。',
      ],
    ],
    [
      'a named veto keeps its list',
      '一、扣分\n（一）误点的，扣1分。\n二、一票否决情形\n（一）沉船的；\n（二）瞒报的。',
      ['一|扣分|', '  （一）|||误点的，扣1分。', '¶ 二、一票否决情形\n（一）沉船的；\n（二）瞒报的。'],
    ],
    [
      'dotted leaders, a total line, the numbers of pages',
      '一、灯塔……………………30分\n1、误点一次………………扣1分\n— 2 —\n2、灯灭一次......扣2分\n第3页 共3页\n合  计……………………30分',
      ['一|灯塔|30', '  1|||误点一次 扣1分', '  2|||灯灭一次 扣2分', '¶ 合  计 30分'],
    ],
    [
      'a lead over bullets is one item; a sentence with the total is no heading; a note in italics',
      '> 依据《全港灯塔管理办法》制定本细则，满分50分。\n\n## 一、灯塔（50分）\n\n1. 有下列积垢的：\n   - 一处的，扣1分\n   - 三处的，扣3分\n2. 误点扣1分\n\n*注：扣完为止。*',
      [
        '一|灯塔|50',
        '  1|||有下列积垢的：\n一处的，扣1分\n三处的，扣3分',
        '  2|||误点扣1分',
        '¶ 依据《全港灯塔管理办法》制定本细则，满分50分。',
        '¶ 注：扣完为止。',
      ],
    ],
    [
      'a sentence parted into paragraphs, an attachment behind the last item, coded numbers',
      '<p>一、灯塔（30分）</p><p>A1 误点的，</p><p>每次扣1分。</p><p>A2 灯灭的，扣2分。</p><div>附：说明</div><div>各项扣完为止。</div>',
      ['一|灯塔|30', '  A1|||误点的，每次扣1分。', '  A2|||灯灭的，扣2分。', '¶ 附：说明', '¶ 各项扣完为止。'],
    ],
  ])('%s', (_form, source, reading) => {
    expect(shown(source)).toEqual(reading)
  })
})

describe('tables', () => {
  test.each<Form>([
    [
      'names without a pipe in front: a pipe that opens a row below them parts an empty cell',
      '一级 | 二级指标 | 扣分标准 | 得分\n---|---|---|---\n船（60分） | 帆（20分） | 破一处扣1分 |\n | 桨（40分） | 断一支扣2分 |\n| 桥（40分） | 栏（40分） | 断一处扣5分 | |\n小计 | | 100分 |',
      [
        '|船|60',
        '  |20|帆（20分）|破一处扣1分',
        '  |40|桨（40分）|断一支扣2分',
        '|桥|40',
        '  |40|栏（40分）|断一处扣5分',
      ],
    ],
    [
      'a number glued to a figure between its neighbours in the column',
      '项目\t考核内容\t分值\t评分标准\n甲\t1.着装\t5\t不整扣1分\n乙\t2.12345工单\t5\t漏办扣1分\n\t3.5日内办结\t5\t超时扣1分\n\t4.回访\t5\t漏访扣1分\n\t2.5米线外等候\t5\t越线扣1分',
      [
        '|甲|',
        '  1|5|着装|不整扣1分',
        '|乙|',
        '  2|5|12345工单|漏办扣1分',
        '  3|5|5日内办结|超时扣1分',
        '  4|5|回访|漏访扣1分',
        '  |5|2.5米线外等候|越线扣1分',
      ],
    ],
    [
      'headers repeated behind the numbers of pages',
      '项目\t考核标准\t分值\t评分办法\n一、灯\t长明\t10\t灭一次扣1分\n— 3 —\n项目\t考核标准\t分值\t评分办法\n二、桥\t有栏\t15\t缺一处扣3分\n\t平整\t5\t不平扣1分\n小计\t\t30\t\n备注：扣完为止。',
      [
        '一|灯|',
        '  |10|长明|灭一次扣1分',
        '二|桥|',
        '  |15|有栏|缺一处扣3分',
        '  |5|平整|不平扣1分',
        '¶ 备注：扣完为止。',
      ],
    ],
    [
      'rows that name a section beside its points, numbers below it in the same column',
      '考核内容\t考核要求\t评分标准\t分值\n一、灯\t\t\t20\n1\t长明\t灭一次扣1分\t15\n2\t擦净\t不净扣2分\t5\n二、桥\t\t\t10\n1\t有栏\t缺一处扣1分\t10',
      ['一|灯|20', '  1|15|长明|灭一次扣1分', '  2|5|擦净|不净扣2分', '二|桥|10', '  1|10|有栏|缺一处扣1分'],
    ],
    [
      'a subtotal beside a spanning name; a first row whose rule reads like the name of a column',
      '<table><tr><th>项目<th>内容<th>分值<th>扣分标准</tr><tr><td rowspan=2>一、灯<td>1.1 落实责任<td>10<td>缺责任书扣1分</tr><tr><td>小计<td>10<td></tr></table>',
      ['一|灯|10', '  1.1||落实责任|缺责任书扣1分'],
    ],
    [
      'the points of a caption are a total; prices in the column of points; two tables',
      '# 港口考核表\n\n表1 基础考核表（30分）\n\n| 考核指标 | 考核要点 | 分值 | 评分细则 |\n|--|--|--|--|\n| 灯 | 长明 | 10 | 灭一次扣2分 |\n| | 擦净 | 20 | 不净扣1分 |\n\n表2 加分项\n\n| 类型 | 内容 | 分值 |\n|--|--|--|\n| 加分项 | 救人 | 每次加3分 |\n| | 献策 | 每条加1分 |',
      [
        '|灯|',
        '  |10|长明|灭一次扣2分',
        '  |20|擦净|不净扣1分',
        '|加分项|',
        '  ||救人|每次加3分',
        '  ||献策|每条加1分',
        '¶ 港口考核表',
        '¶ 表1 基础考核表（30分）',
        '¶ 表2 加分项',
      ],
    ],
    [
      'the number of a requirement whose rules are a list with one pool of points',
      '项目\t考核内容\t分值\t评分标准\n灯（5分）\t1.长明\t3\t①灭一次扣1分；②暗一次扣0.5分。\n\t2.擦净\t2\t不净扣1分',
      ['|灯|5', '  1|3|长明|①灭一次扣1分；②暗一次扣0.5分。', '  2|2|擦净|不净扣1分'],
    ],
    [
      'sections and rows are numbered in one column, 一 and 1',
      '序号\t考核内容\t分值\t考核标准\n一\t灯\t20\t\n1\t长明\t15\t灭一次扣1分\n2\t擦净\t5\t不净扣2分\n二\t桥\t10\t\n1\t有栏\t10\t缺一处扣1分',
      ['一|灯|20', '  1|15|长明|灭一次扣1分', '  2|5|擦净|不净扣2分', '二|桥|10', '  1|10|有栏|缺一处扣1分'],
    ],
    [
      'cells parted by blanks, as copied from a page',
      '项目        考核内容        标准分    扣分标准\n灯          长明              20      灭一次扣2分\n            擦净              10      不净扣1分\n桥          有栏              20      缺一处扣2分\n一、说明：各项扣完为止。',
      [
        '|灯|',
        '  |20|长明|灭一次扣2分',
        '  |10|擦净|不净扣1分',
        '|桥|',
        '  |20|有栏|缺一处扣2分',
        '¶ 一、说明：各项扣完为止。',
      ],
    ],
  ])('%s', (_form, source, reading) => {
    expect(shown(source)).toEqual(reading)
  })
})

test.each([
  ['a base is the total where no other is stated', '基础分100分。\n一、灯（5分）\n1、误点扣1分', '100'],
  [
    'the points of a chapter are not',
    '一、共性（满分60分）\n（一）灯（60分）\n1、误点扣1分\n二、加分\n1、获奖加1分',
    null,
  ],
  [
    'a subtotal to which several sections add up',
    '项目\t分值\t扣分标准\n灯（6分）\t6\t误点扣1分\n桥（4分）\t4\t断栏扣1分\n小计\t10\t',
    '10',
  ],
])('%s', (_what, source, total) => {
  expect(readLayout(source).statedTotal).toBe(total)
})
