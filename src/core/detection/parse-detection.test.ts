import { expect, test } from 'vitest'
import type { DetectionFault } from './detection-refusals.ts'
import { parseDetection } from './parse-detection.ts'

const header = ['条款：3.3.1', '名称：晚了', '说明：看得出', '数据：equipment_faults', '形式：逐条']
const sql = 'SELECT 1\nFROM equipment_faults'

function file(lines: readonly string[], body = sql): string {
  return `${lines.map((line) => `-- ${line}`).join('\n')}\n\n${body}\n`
}

/** The header with one line changed, by the word that it begins with; an empty text removes it. */
function changed(key: string, line: string): string {
  return file(header.flatMap((one) => (one.startsWith(key) ? (line === '' ? [] : [line]) : [one])))
}

test('a file is read whole', () => {
  const text = file(
    [
      '条款：3.4.1',
      '要求: 1',
      '名称：评价率低',
      '说明：第一行，',
      '  接着写；',
      '  再接着写。',
      '数据：ratings、service_cases，counters',
      '形式：比率',
      '判断：>= least 件',
      '参数：least = 5 件 | 口径：通知原文“5件”',
      '参数：stars = 3 星 | 口径：待定 | 问题 10.3/ambiguous-inclusive：inclusive = 3，exclusive = 2',
    ],
    'SELECT 1 -- 一\n\n-- 明细\nSELECT 2\n',
  )
  expect(parseDetection('rating-low', text)).toEqual({
    ok: true,
    detection: {
      name: 'rating-low',
      clauseId: '3.4.1',
      unmet: 1,
      title: '评价率低',
      shows: '第一行，接着写；再接着写。',
      dataSets: ['ratings', 'service_cases', 'counters'],
      parameters: [
        { name: 'least', value: 5, unit: '件', because: '通知原文“5件”', question: null },
        {
          name: 'stars',
          value: 3,
          unit: '星',
          because: '待定',
          question: { questionId: '10.3/ambiguous-inclusive', byReading: { inclusive: 3, exclusive: 2 } },
        },
      ],
      shape: { kind: 'measures', judge: { kind: 'limit', op: '>=', parameter: 'least', unit: '件' } },
      sql: 'SELECT 1 -- 一',
      recordsSql: 'SELECT 2',
      text,
    },
  })
})

test('lines may end as Windows ends them, and begin with a byte order mark', () => {
  const read = parseDetection('late', `\uFEFF${file(header).replaceAll('\n', '\r\n')}`)
  expect(read).toMatchObject({ ok: true, detection: { title: '晚了', dataSets: ['equipment_faults'] } })
})

test.each<[title: string, text: string, faults: Partial<DetectionFault>[]]>([
  ['a line that is no entry', file([...header, '随便写的']), [{ code: 'line-adrift', line: 6 }]],
  ['an entry nobody knows', file([...header, '作者：甲']), [{ code: 'key-unknown', line: 6 }]],
  ['an entry twice', file([...header, '名称：又一个']), [{ code: 'key-repeated', line: 6 }]],
  ['no clause', changed('条款', ''), [{ code: 'key-missing' }]],
  ['no header at all', sql, ['条款', '名称', '说明', '数据', '形式'].map(() => ({ code: 'key-missing' as const }))],
  ['a title of nothing', changed('名称', '名称：'), [{ code: 'value-missing', line: 2 }]],
  ['a clause that is a word', changed('条款', '条款：评价率'), [{ code: 'clause-id-wrong', line: 1 }]],
  ['data that nobody keeps', changed('数据', '数据：visits'), [{ code: 'data-set-unknown', line: 4 }]],
  ['another form', changed('形式', '形式：逐行'), [{ code: 'shape-unknown', line: 5 }]],
  ['a rate without a judge', changed('形式', '形式：比率'), [{ code: 'key-missing' }]],
  ['rows with a judge', file([...header, '判断：条款']), [{ code: 'judge-unexpected', line: 6 }]],
  [
    'a limit without a unit',
    file([...header.slice(0, 4), '形式：比率', '判断：< least']),
    [{ code: 'judge-wrong', line: 6 }],
  ],
  ['a requirement in words', file([...header, '要求：第一项']), [{ code: 'unmet-wrong', line: 6 }]],
  ['a parameter without a reason', file([...header, '参数：n = 5 天']), [{ code: 'parameter-wrong', line: 6 }]],
  ['a parameter that is a fraction', file([...header, '参数：n = 0.5 天 | 口径：无']), [{ code: 'parameter-wrong' }]],
  ['a parameter in capitals', file([...header, '参数：N = 5 天 | 口径：无']), [{ code: 'parameter-wrong' }]],
  [
    'a question without readings',
    file([...header, '参数：n = 5 天 | 口径：无 | 问题 1.1/x：']),
    [{ code: 'parameter-wrong' }],
  ],
  [
    'a reading twice',
    file([...header, '参数：n = 5 天 | 口径：无 | 问题 1.1/x：a = 1，a = 2']),
    [{ code: 'parameter-wrong' }],
  ],
  [
    'a fourth part',
    file([...header, '参数：n = 5 天 | 口径：无 | 问题 1.1/x：a = 1 | 又']),
    [{ code: 'parameter-wrong' }],
  ],
  [
    'a parameter twice',
    file([...header, '参数：n = 5 天 | 口径：无', '参数：n = 6 天 | 口径：无']),
    [{ code: 'parameter-repeated', line: 7 }],
  ],
  [
    'a parameter that is given',
    file([...header, '参数：as_of = 5 天 | 口径：无']),
    [{ code: 'parameter-built-in', line: 6 }],
  ],
  ['no query', file(header, ''), [{ code: 'sql-missing' }]],
  [
    'records asked for twice',
    file(header, `${sql}\n-- 明细\n${sql}\n-- 明细\n${sql}`),
    [{ code: 'records-sql-repeated' }, { code: 'records-sql-unexpected' }],
  ],
  ['records of rows', file(header, `${sql}\n-- 明细\n${sql}`), [{ code: 'records-sql-unexpected' }]],
  [
    'several faults are told at once',
    file(['条款：x', '形式：y']),
    [
      { code: 'key-missing' },
      { code: 'key-missing' },
      { code: 'key-missing' },
      { code: 'clause-id-wrong' },
      { code: 'shape-unknown' },
    ],
  ],
])('%s is refused', (_title, text, faults) => {
  const read = parseDetection('late', text)
  const found = read.ok ? [] : read.faults
  expect(found).toMatchObject(faults)
  expect(found).toHaveLength(faults.length)
  for (const { line, message } of found) {
    expect(message).toMatch(/请/u)
    expect(message.startsWith(`第 ${line} 行：`)).toBe(line !== null)
  }
})

test.each(['', 'Late', '3late', 'late_one', 'x'.repeat(61), '晚了'])('“%s” is no name of a detection', (name) =>
  expect(parseDetection(name, file(header))).toMatchObject({ ok: false, faults: [{ code: 'name-wrong' }] }),
)
