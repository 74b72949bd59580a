import type { SizingFile } from './sizing-file.ts'

/**
 * The tables of the operations guide, made of what was measured: one of that alone, and one of what follows for
 * installations that nobody here has. What is needed and was not measured says so.
 */
function sizingTables(sizing: SizingFile): Readonly<Record<'measured' | 'extrapolated', string>> {
  return { measured: measuredTable(sizing), extrapolated: extrapolatedTable(sizing) }
}

/** The guide with its tables in place of those that stand between the marks. */
export function withSizingTables(guide: string, sizing: SizingFile): string {
  let text = guide
  for (const [name, table] of Object.entries(sizingTables(sizing))) {
    const [begin, end] = [`<!-- ${name}：由 npm run bench:scale 生成 -->`, `<!-- ${name} 完 -->`]
    const [from, to] = [text.indexOf(begin), text.indexOf(end)]
    if (from === -1 || to < from) throw new Error(`the guide has no place for ${name}`)
    text = `${text.slice(0, from + begin.length)}\n\n${table}\n\n${text.slice(to)}`
  }
  return text
}

/** What suites and figures are called in the guide; others stand under their own names. */
const SUITE_NAMES: Readonly<Record<string, string>> = {
  appends: '台账追加',
  counties: '2,843 个县在一个 PostgreSQL 里',
  records: '业务记录',
}

const FIGURE_NAMES: readonly (readonly [RegExp, string])[] = [
  [/^(\d+) apart: (\w+) (.*)$/, '$1 人各写各的考核，$2：$3'],
  [/^(\d+) on one: (\w+) (.*)$/, '$1 个节点写同一个考核，$2：$3'],
  [/^counties$/, '县'],
  [/^events each$/, '每县的事件'],
  [/^database KB each$/, '每县在数据库里占，KB（细则、通知在内）'],
  [/^idle KB each$/, '没留在内存里的县，每个使节点常驻内存增长（0 为测不出），KB'],
  [/^read KB each$/, '刚读进内存的县，每个，KB'],
  [/^held KB each$/, '留在内存里的县，每个（算过分），KB'],
  [/^held heap KB each$/, '其中堆内存，KB'],
  [/^node MB with all at hand$/, '全部留在内存里时节点占，MB'],
  [/^bounded setting MB$/, '另试：heldMegabytes 设为，MB'],
  [/^bounded counties at hand$/, '这时留在内存里的县'],
  [/^bounded growth MB$/, '这时节点比空着时多占，MB'],
  [/^bounded p99 ms$/, '这时轮流看各县的得分表，p99，毫秒'],
  [/^ask (p\d+|processor) ms$/, '问台账到哪里了，$1，毫秒'],
  [/^read (p\d+|processor) ms$/, '读一县的台账并核对摘要链，$1，毫秒'],
  [/^score (p\d+|processor) ms$/, '第一次看一张得分表，$1，毫秒'],
  [/^again (p\d+|processor) ms$/, '再看一次，$1，毫秒'],
  [/^append (p\d+|processor) ms$/, '登记一个问题，$1，毫秒'],
  [/^due (p\d+|processor) ms$/, '问一次各县中哪些有要送的消息（每个节点每 10 秒一次），$1，毫秒'],
  [/^open (p\d+|processor) ms$/, '开启一次考核，$1，毫秒'],
  [/^(\d+M): detections (\w+) s$/, '$1，检测各查一遍，$2，秒'],
  [/^(\d+M): (online-rate-low) (\w+) s$/, '$1，只查 $2，$3，秒'],
  [/^(\d+M): detections two over one$/, '$1，检测各查一遍，两个分片是一个的几倍快（都用全部的核）'],
  [/^(\d+M): detections twoAlone over oneAlone$/, '$1，检测各查一遍，两个分片是一个的几倍快（一个分片一个核）'],
  [/^(\d+M): (online-rate-low) two over one$/, '$1，只查 $2，两个分片是一个的几倍快（都用全部的核）'],
  [/^(\d+M): (\w+) bytes a case$/, '$1，每件在盘上占，$2，字节'],
  [/^(\d+M): (\w+) filled s$/, '$1，造出来放进去，$2，秒'],
  [/^(\d+M): (\w+) peak MB$/, '$1，最忙的一个服务占过内存，$2，MB'],
]

const CASES: readonly (readonly [RegExp, string])[] = [
  [/^10M，/, '一千万件，'],
  [/^100M，/, '一亿件，'],
]

const PEERS: Readonly<Record<string, string>> = {
  bare: '手写 SQL',
  postgres: 'PostgreSQL 台账',
  sqlite: 'SQLite 台账',
  duckdb: 'DuckDB',
  one: '一个分片',
  two: '两个分片',
  oneAlone: '一个分片，一个核',
  twoAlone: '两个分片，各一个核',
}

function measuredTable(sizing: SizingFile): string {
  const rows = Object.entries(sizing).flatMap(([suite, { machine, node, load, figures }]) => [
    `| **${SUITE_NAMES[suite] ?? suite}** | ${machine}，Node ${node}，结束时负载 ${load} |`,
    ...Object.entries(figures).map(([name, value]) => `| ${figureName(name)} | ${shown(value)} |`),
  ])
  return ['| 量 | 测到 |', '|---|--:|', ...(rows.length === 0 ? [`| 全部 | ${UNMEASURED} |`] : rows)].join('\n')
}

function figureName(name: string): string {
  const [pattern, said] = FIGURE_NAMES.find(([one]) => one.test(name)) ?? []
  const named = pattern === undefined || said === undefined ? name : name.replace(pattern, said)
  return CASES.reduce((text, [cases, words]) => text.replace(cases, words), named)
    .replace(/\b(bare|postgres|sqlite|duckdb|one|two|oneAlone|twoAlone)\b/, (peer) => PEERS[peer] ?? peer)
    .replace('appends/s', '每秒追加')
    .replace(/(p\d+) ms/, '$1，毫秒')
    .replace('processor', '节点用处理器')
}

interface Layout {
  readonly name: string
  readonly districts: number
  readonly centers: number
  readonly cases: number
}

/** Two billion cases at 41,000 centers are about 49,000 a center and year; the city is one of 220 centers. */
const LAYOUTS: readonly Layout[] = [
  { name: '区', districts: 1, centers: 11, cases: 500_000 },
  { name: '市', districts: 16, centers: 220, cases: 10_000_000 },
  { name: '省', districts: 100, centers: 1_500, cases: 75_000_000 },
  { name: '全国', districts: 2_843, centers: 41_000, cases: 2_000_000_000 },
]

/** What is taken for granted, and stands above the table. */
const EVENTS_A_CENTER = 300
const ON_THE_BUSIEST_DAY = 0.1
const WORKING_SECONDS = 8 * 3_600

/** Cases, in whose number disk and time are taken to grow. */
const EXTRAPOLATED_FROM = 100_000_000
/** In which a year's detections are to end. */
const MINUTES = 10

function extrapolatedTable(sizing: SizingFile): string {
  const counties = sizing['counties']?.figures ?? {}
  const appends = sizing['appends']?.figures ?? {}
  const records = sizing['records']?.figures ?? {}
  const seconds = records['100M: detections one s']
  const gigabytes = (bytes: number | undefined, { cases }: Layout) =>
    said(product(bytes, cases), (value) => shown(value / 2 ** 30))
  const [each, kilobytes, stored] = [counties['events each'], counties['held KB each'], counties['database KB each']]
  const rate = appends['20 apart: postgres appends/s']
  const busiest = ({ centers }: Layout) => (centers * EVENTS_A_CENTER * ON_THE_BUSIEST_DAY) / WORKING_SECONDS
  /** By events, as against the counties that were measured; never less than one of them. */
  const asCounties = ({ districts, centers }: Layout) =>
    each === undefined ? undefined : Math.max(districts, (centers * EVENTS_A_CENTER) / each)
  const rows: [string, (layout: Layout) => string][] = [
    ['区县（假设）', ({ districts }) => shown(districts)],
    ['中心（假设）', ({ centers }) => shown(centers)],
    ['一年的办件（假设）', ({ cases }) => shown(cases)],
    ['一年的台账事件（假设每中心 300 条）', ({ centers }) => shown(centers * EVENTS_A_CENTER)],
    ['最忙一天每秒追加（假设一年的一成落在这天的 8 小时）', (layout) => shown(busiest(layout))],
    [
      '一台 PostgreSQL 测到的追加是它的几倍',
      (layout) => said(rate, (value) => shown(Math.floor(value / busiest(layout)))),
    ],
    [
      '一年的台账在数据库里占，GB',
      (layout) => said(product(stored, asCounties(layout)), (value) => shown(value / 2 ** 20)),
    ],
    [
      '全部留在内存里要，MB',
      (layout) => said(product(kilobytes, asCounties(layout)), (value) => shown(value / 2 ** 10)),
    ],
    ['一年的办件在分片上占，GB（一份）', (layout) => gigabytes(records['100M: one bytes a case'], layout)],
    ['同样的办件作一台机器的 Parquet 占，GB', (layout) => gigabytes(records['100M: duckdb bytes a case'], layout)],
    [
      '一个分片上各检测查一遍，分钟',
      ({ cases }) => said(product(seconds, cases), (value) => shown(value / EXTRAPOLATED_FROM / 60)),
    ],
    [
      `${MINUTES} 分钟内查完要几个分片，各在自己的机器上`,
      ({ cases }) =>
        said(product(seconds, cases), (value) => shown(Math.ceil(value / EXTRAPOLATED_FROM / 60 / MINUTES))),
    ],
  ]
  return [
    `| 量 | ${LAYOUTS.map(({ name }) => name).join(' | ')} |`,
    `|---|${LAYOUTS.map(() => '--:|').join('')}`,
    ...rows.map(([what, cell]) => `| ${what} | ${LAYOUTS.map(cell).join(' | ')} |`),
  ].join('\n')
}

const UNMEASURED = '还没有测'

function said(value: number | undefined, words: (value: number) => string): string {
  return value === undefined ? UNMEASURED : words(value)
}

function product(one: number | undefined, other: number | undefined): number | undefined {
  return one === undefined || other === undefined ? undefined : one * other
}

/** Three digits at most below a thousand, whole above. */
function shown(value: number): string {
  return value >= 1_000 ? Math.round(value).toLocaleString('en') : String(Number(value.toPrecision(value < 1 ? 2 : 3)))
}
