import { describe, expect, test } from 'vitest'
import { readLayout } from './notice-layout.ts'

function shown(source: string): string[] {
  return readLayout(source).sections.flatMap(({ label, title, points, items }) => [
    `${label}|${title}|${points ?? ''}`,
    ...items.map((item) => `  ${item.label}|${item.points ?? ''}|${item.requirement?.text ?? ''}|${item.text.text}`),
  ])
}

type Form = [form: string, source: string, sections: string[]]

describe('Markdown', () => {
  test.each<Form>([
    [
      'headings, bullets, numbers, a quotation',
      '# 养蜂细则（100分）\n\n## 一、巢 (60分)\n\n- 漏雨一次扣1分\n- 缺框一次扣1分，\n  当月三次的扣5分\n\n## 二、蜜 (40分)\n\n1\\. 掺水一次扣2分  \n2. 发酵一次扣1分\n\n> 说明：各项扣完为止。',
      [
        '一|巢|60',
        '  |||漏雨一次扣1分',
        '  |||缺框一次扣1分，当月三次的扣5分',
        '二|蜜|40',
        '  1|||掺水一次扣2分',
        '  2|||发酵一次扣1分',
      ],
    ],
    [
      'a table: bold, <br>, escapes, a subtotal',
      '| 一级指标 | 二级指标 | 分值 | 评分标准 |\n|---|:--:|---:|---|\n| **巢**（40分） | 遮雨 | 20 | 漏雨扣1分 |\n|  | 通风 | 20 | 超温\\|超湿扣2分<br>未测扣5分 |\n| 蜜 | 浓度 | 10 | 稀一度扣2分 |\n| | 纯度 | 5 | 掺水扣2分 |\n| | 小计 | 15 | |',
      [
        '|巢|40',
        '  |20|遮雨|漏雨扣1分',
        '  |20|通风|超温|超湿扣2分\n未测扣5分',
        '|蜜|15',
        '  |10|浓度|稀一度扣2分',
        '  |5|纯度|掺水扣2分',
      ],
    ],
    [
      'a table without outer lines; a multiplication is no emphasis',
      '序号 | 考核项目 | 扣分标准\n--- | --- | ---\n1 | 巢（10分） | 得分=完好率*10分，漏雨扣1分\n2 | 蜜（5分） | 掺水扣1分',
      ['1|巢|10', '  |||得分=完好率*10分，漏雨扣1分', '2|蜜|5', '  |||掺水扣1分'],
    ],
    [
      'tables under headings that have the points',
      '### 一、巢（30分）\n\n| 序号 | 考核内容 | 分值 | 扣分标准 |\n|--|--|--|--|\n| 1 | 遮雨 | 10 | ①漏雨扣1分；②积水扣2分 |\n| 2 | 通风 | 20 | 超温扣5分 |',
      ['一|巢|30', '  1|10|遮雨|①漏雨扣1分；②积水扣2分', '  2|20|通风|超温扣5分'],
    ],
  ])('%s', (_form, source, sections) => {
    expect(shown(source)).toEqual(sections)
  })
})

describe('HTML', () => {
  test.each<Form>([
    [
      'spans, line breaks in names, ordinals, upper case, unclosed cells, entities',
      '<TABLE><TR><TH>序号<TH>考核项目<TH>分值<TH>考核标准<TH>评分办法<TH>得分\n<tr><td>1</td><td rowspan="2">值<br>夜</td><td rowspan=2>20</td><td>按时接班</td><td>晚到一次扣1分</td><td></td></tr>\n<tr><td>2</td><td>不瞌睡</td><td>发现一次扣0.5分&nbsp;</td><td>\n<tr><td>3<td>清仓<td>30<td>无鼠<td>一只扣&#49;分<td></tr>\n<tr><td colspan=2>合计</td><td>50</td><td colspan=3></td></tr></TABLE>',
      ['|值夜|20', '  1||按时接班|晚到一次扣1分', '  2||不瞌睡|发现一次扣0.5分', '|清仓|30', '  3||无鼠|一只扣1分'],
    ],
    [
      'a title row and a header of two rows; points by row',
      '<table><tr><td colspan=4>粮仓评分表</td></tr><tr><td rowspan=2>项目</td><td rowspan=2>内容</td><td colspan=2>评分</td></tr><tr><td>分值</td><td>扣分标准</td></tr><tr><td rowspan=2>值夜</td><td>不迟到</td><td>3</td><td>迟到扣1分</td></tr><tr><td>不瞌睡</td><td>2</td><td>瞌睡扣1分</td></tr></table>',
      ['|值夜|', '  |3|不迟到|迟到扣1分', '  |2|不瞌睡|瞌睡扣1分'],
    ],
    [
      'a price that spans several requirements',
      '<table><tr><th>项目</th><th>考核要求</th><th>评分标准</th></tr><tr><td rowspan=2>值夜（5分）</td><td>不迟到</td><td rowspan=2>违反一项扣1分</td></tr><tr><td>不瞌睡</td></tr></table>',
      ['|值夜|5', '  ||不迟到\n不瞌睡|违反一项扣1分'],
    ],
    [
      'a page: hidden parts, soft line ends, a less-than sign, lists',
      '<html><head><title>一、假（5分）</title><style>td > p {}</style></head><body><!-- <p>一、假（5分）</p> --><h2>一、值夜（60分）</h2><p>1. 到岗率<70%，<span>每人次</span><b>扣0.5分</b>；</p><p>2. 瞌睡<br/>\n每次\n扣1分；</p><script>"一、假（5分）1、扣1分"</script><p>二、清仓（40分）</p><ol><li>有鼠扣1分</li><li>有虫扣2分</li></ol></body></html>',
      [
        '一|值夜|60',
        '  1|||到岗率<70%，每人次扣0.5分；',
        '  2|||瞌睡\n每次扣1分；',
        '二|清仓|40',
        '  1|||有鼠扣1分',
        '  2|||有虫扣2分',
      ],
    ],
    [
      'a table within a cell',
      '<table><tr><td>项目</td><td>扣分标准</td></tr><tr><td>仓（5分）</td><td><table><tr><td>有鼠扣1分</td></tr><tr><td>有虫扣2分</td></tr></table></td></tr></table>',
      ['|仓|5', '  |||有鼠扣1分\n有虫扣2分'],
    ],
  ])('%s', (_form, source, sections) => {
    expect(shown(source)).toEqual(sections)
  })
})

type Facts = [what: string, source: string, facts: Partial<ReturnType<typeof readLayout>>]

test.each<Facts>([
  [
    'the number of the notice, the letter as title',
    '关于印发《养蜂办法》的通知\n蜂办字〔2023〕15号\n一、巢（5分）\n1、漏雨扣1分',
    { title: '关于印发《养蜂办法》的通知', noticeNumber: '蜂办字〔2023〕15号', year: 2023 },
  ],
  [
    'a number that is only cited is not the notice’s',
    '根据《上级办法》（省办〔2020〕5号）制定。\n一、巢（5分）\n1、漏雨扣1分',
    { noticeNumber: null },
  ],
  [
    'a total in the title',
    '# 养蜂评分细则（100分）\n一、巢（5分）\n1、漏雨扣1分',
    { title: '养蜂评分细则', statedTotal: '100' },
  ],
  ['a total in a sentence', '考核总分为120分。\n一、巢（5分）\n1、漏雨扣1分', { statedTotal: '120' }],
  ['a total row', '项目\t分值\t扣分标准\n巢\t60\t漏雨扣1分\n合计\t60\t', { statedTotal: '60' }],
  ['a damaged total is none', '考评总分为IOO分。\n一、巢（5分）\n1、漏雨扣1分', { statedTotal: null }],
])('%s', (_what, source, facts) => {
  expect(readLayout(source)).toMatchObject(facts)
})

test('prose with numbered headings has no sections', () => {
  const { sections, passages } = readLayout(
    '一、对象\n各蜂场。\n二、方式\n（一）日常检查。\n（二）年终考核，得分90分以上为优秀。',
  )
  expect(sections).toEqual([])
  expect(passages.map(({ text }) => text)).toEqual([
    '一、对象',
    '各蜂场。',
    '二、方式',
    '（一）日常检查。',
    '（二）年终考核，得分90分以上为优秀。',
  ])
})
