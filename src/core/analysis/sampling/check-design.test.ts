import { expect, test } from 'vitest'
import { inspectors, pooled, samplingDesign, weekdays } from '../../../../test/fixtures/sampling-designs.ts'
import { plainDate } from '../../kernel/plain-date.ts'
import type { SamplingDesign } from '../../ledger/sampling-design.ts'
import { checkDesign, DESIGN_REFUSALS, type DesignRefusalCode } from './check-design.ts'

const rows: [code: DesignRefusalCode, said: string, design: SamplingDesign][] = [
  ['design-empty', '没有中心', samplingDesign({ centers: [] })],
  ['design-empty', '没有检查员', samplingDesign({ inspectors: [] })],
  ['design-empty', '没有条款', samplingDesign({ clauseIds: [] })],
  ['design-twice', '中心“C1”', samplingDesign({ centers: [...pooled(2), ...pooled(1)] })],
  ['design-number', '总次数填的是 0', samplingDesign({ visits: 0 })],
  ['design-number', '权重填的是 1.5', samplingDesign({ centers: pooled(2, [1.5, 1]) })],
  ['design-number', '请填 1 至 3', samplingDesign({ clausesPerVisit: 4 })],
  ['days-wrong', '先后', samplingDesign({ days: [...weekdays(3)].toReversed() })],
  ['days-wrong', '起止', { ...samplingDesign(), to: plainDate('2021-10-12') }],
  ['minimum-unmet', '总共 9 次，不够 5 个中心各查 2 次；请增加到 10 次', samplingDesign({ visits: 9, minimum: 2 })],
  ['weight-none', '权重', samplingDesign({ centers: pooled(5, [0, 0, 0, 0, 0]) })],
  ['days-too-full', '4 个工作日每天最多 2 次，容不下 10 次', samplingDesign({ days: weekdays(4) })],
  [
    'center-too-often',
    '中心 C1 可能抽到 8 次，但只有 6 个工作日',
    samplingDesign({ days: weekdays(6), visits: 12, minimum: 1, centers: pooled(5, [50, 0, 0, 0, 0]) }),
  ],
  [
    'inspectors-too-few',
    '每天最多 1 次，10 个工作日容不下 12 次',
    samplingDesign({ visits: 12, inspectors: inspectors([]) }),
  ],
  ['recusal-unmet', '中心 C1 因回避', samplingDesign({ inspectors: inspectors([0], [0]) })],
  [
    'recusal-unmet',
    '中心 C1、C2、C3 因回避，能去的检查员最多去 5 次，但可能要去 6 次',
    samplingDesign({ days: weekdays(5), minimum: 2, centers: pooled(5), inspectors: inspectors([0, 1, 2], []) }),
  ],
]

test.each(rows)('%s is refused: %s', (code, said, design) => {
  const checked = checkDesign(design)
  expect(checked).toMatchObject({ ok: false, refusal: { code } })
  if (!checked.ok) expect(checked.refusal.message).toMatch(/^[^{}]*[\u4e00-\u9fff][^{}]*；[^{}]+$/u)
  if (!checked.ok) expect(checked.refusal.message).toContain(said)
})

test('the catalogue holds no code that a design cannot provoke', () => {
  expect(new Set(rows.map(([code]) => code))).toEqual(new Set(Object.keys(DESIGN_REFUSALS)))
})

test.each<[given: string, design: SamplingDesign]>([
  [
    'one visit more than recusal leaves would be too many',
    samplingDesign({ days: weekdays(6), minimum: 2, centers: pooled(5), inspectors: inspectors([0, 1, 2], []) }),
  ],
  [
    'every inspector is recused somewhere, and no day has room to spare',
    samplingDesign({ visits: 20, inspectors: inspectors([0], [1]) }),
  ],
  ['a center has every day', samplingDesign({ days: weekdays(5), visits: 10, minimum: 0, centers: pooled(2) })],
])('what can be met is not refused: %s', (_given, design) => {
  expect(checkDesign(design)).toMatchObject({ ok: true })
})
