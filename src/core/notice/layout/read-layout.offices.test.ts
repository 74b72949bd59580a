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
