import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { id, type AssessmentId } from '../../src/core/kernel/identifiers.ts'
import { buildPages } from '../e2e/build-pages.ts'
import { openBrowser } from '../e2e/open-browser.ts'
import { startServer, type StartedServer } from '../server/started-server.ts'
import { benchFolder } from './bench-folder.ts'
import { benchLedgerOf } from './bench-ledger.ts'
import { benchRubric } from './bench-rubric.ts'
import { happeningsUnder } from './center-events.ts'
import { countBytes, longTasksDuring, tasksSaid } from './page-costs.ts'
import { processUsage } from './process-usage.ts'
import type { Row, Suite } from './suite.ts'

/** What a person waits for in a real browser, on a small district and on a whole city's centers. */
export const pagesSuite: Suite = {
  name: 'pages',
  about:
    'in Chromium against the real server, whose share is the processor time: first load, overview, findings, sheets',
  parts: ['district', 'city'],
  quickParts: ['district'],
  run: async (part, size) => pageRows(size === 'quick' ? SIZES.quick : part === 'city' ? SIZES.city : SIZES.district),
}

interface Extent {
  readonly centers: number
  readonly findings: number
}

const SIZES = {
  quick: { centers: 3, findings: 10 },
  district: { centers: 11, findings: 40 },
  city: { centers: 220, findings: 228 },
} as const

const ASSESSMENT = id<AssessmentId>('a1')
const READY_MS = 120_000
/** Every row that is listed is of the center that was asked for. */
const ALL_OF_FIRST = `(() => {
  const rows = [...document.querySelectorAll('main tbody tr')].map((row) => row.textContent).filter(Boolean)
  return rows.length > 0 && rows.every((row) => row.includes('第1中心'))
})()`

async function pageRows({ centers, findings }: Extent): Promise<Row[]> {
  await buildPages()
  const root = mkdtempSync(join(tmpdir(), 'mingheng-bench-'))
  const browser = await openBrowser()
  try {
    const bench = await benchRubric()
    const events = benchLedgerOf(happeningsUnder(bench.rubric), centers, findings)
    await benchFolder(root, bench, events, [ASSESSMENT])
    const environment = { MINGHENG_REQUEST_RATE: 'none', MINGHENG_LOG_LEVEL: 'error', MINGHENG_RESERVE_MEGABYTES: '1' }
    const extent = `${centers} centers, ${centers * findings} findings`
    const began = performance.now()
    const server = await startServer(root, { environment })
    const { pid } = server
    const cold = await firstVisit(browser, server)
    await isWarm(server)
    const warmed = { byClock: performance.now() - began, byServer: processUsage(pid).processorMs }
    const warm = await firstVisit(browser, server)
    const rows = await walk(warm.page, server, extent)
    const served = await servedRows(warm.page, server, extent)
    await server.end('SIGTERM')
    return [
      row(`${extent}: first load on a cold cache, at once after the server started: ${cold.said}`, cold.took),
      row(`${extent}: from the start of the server until its ledgers are read`, warmed),
      row(`${extent}: first load on a cold cache to the ranking: ${warm.said}`, warm.took),
      ...rows,
      ...served,
    ]
  } finally {
    await browser.close()
    rmSync(root, { recursive: true, force: true })
  }
}

/** Of somebody who was never here: a browser of his or her own. */
async function firstVisit(browser: Browser, { address, pid }: StartedServer) {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'zh-CN',
    bypassCSP: true,
  })
  context.setDefaultTimeout(READY_MS)
  await context.request.post(`${address}/api/v1/session`, { data: { username: 'leader', password: 'Quiet-River-42' } })
  const page = await context.newPage()
  const bytes = await countBytes(page)
  let [kilobytes, requests] = [0, 0]
  let time = NO_TIME
  const tasks = await longTasksDuring(page, async () => {
    time = await took(pid, async () => {
      await page.goto(`${address}/assessments/${ASSESSMENT}/overview`)
      await aCenter(page).waitFor()
    })
    ;({ kilobytes, requests } = bytes())
  })
  return { page, took: time, said: `${kilobytes} kB, ${requests} requests, ${tasksSaid(tasks)}` }
}

function aCenter(page: Page) {
  return page.getByRole('link', { name: /^第\d+中心$/ }).first()
}

/** Until no ledger is being read. */
async function isWarm({ address }: StartedServer): Promise<void> {
  for (;;) {
    const state = (await (await fetch(`${address}/readyz`)).json()) as { reading?: number | null }
    if (state.reading === null) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

async function walk(page: Page, { address, pid }: StartedServer, extent: string): Promise<Row[]> {
  const base = `${address}/assessments/${ASSESSMENT}`
  const rows: Row[] = []
  const step = async (what: string, act: () => Promise<unknown>) => {
    let time = NO_TIME
    const tasks = await longTasksDuring(page, async () => (time = await took(pid, act)))
    rows.push(row(`${extent}: ${what} (${tasksSaid(tasks)})`, time))
  }
  const search = page.getByLabel('搜索描述、编号、款号或中心').first()
  await step('the overview again', async () => {
    await page.reload()
    await aCenter(page).waitFor()
  })
  await page.locator('.overview-chart canvas').waitFor()
  await step('from the overview to the findings', async () => {
    await page.getByRole('link', { name: /^问题/ }).first().click()
    await page.getByRole('table').getByRole('row').nth(3).waitFor()
  })
  await step('typing six letters into the filter of the findings', () =>
    search.pressSequentially('第1中心', { delay: 40 }),
  )
  await step('findings filtered after the last key', () => page.waitForFunction(ALL_OF_FIRST))
  await search.fill('')
  await page.waitForFunction(`!(${ALL_OF_FIRST})`)
  await step('scrolling the findings by forty turns of the wheel', async () => {
    for (let turn = 0; turn < 40; turn += 1) await page.mouse.wheel(0, 800)
    await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))')
  })
  await step('opening a sheet by its address', async () => {
    await page.goto(`${base}/sheets/center-1`)
    await page.getByText('合计', { exact: false }).first().waitFor()
  })
  return rows
}

/** What the server itself takes for what pages ask, and how much comes over the wire. */
async function servedRows(page: Page, { address, pid }: StartedServer, extent: string): Promise<Row[]> {
  const assessment = `${address}/api/v1/assessments/${ASSESSMENT}`
  const { request } = page.context()
  const finding = `${assessment}/findings/center-1-F00000`
  const { because } = ((await (await request.get(finding)).json()) as { finding: { because: number[] } }).finding
  const asked = {
    overview: `${assessment}/overview`,
    trend: `${assessment}/trend`,
    todos: `${address}/api/v1/todos?assessmentId=${ASSESSMENT}&limit=7`,
    'a page of findings': `${assessment}/findings?limit=100`,
    'a page of findings by a word': `${assessment}/findings?limit=100&text=${encodeURIComponent('第1中心')}`,
    'a sheet': `${assessment}/sheets/center-2`,
    'the overview as of a past day': `${assessment}/overview?occurredBy=2021-06-30&knownBy=2021-06-30`,
    'what an act changed': `${finding}/effects/${because[because.length >> 1]}`,
  }
  const rows: Row[] = []
  for (const [what, url] of Object.entries(asked)) {
    let size = 0
    const time = await took(pid, async () => {
      const response = await request.get(url)
      if (!response.ok()) throw new Error(`${url}: ${response.status()}`)
      size = (await response.body()).length
    })
    rows.push(row(`${extent}: the server's answer: ${what}, ${Math.round(size / 1024)} kB unpacked`, time))
  }
  return rows
}

/** Milliseconds that a person waits, and those that the server's processor worked meanwhile, to ten. */
interface Waited {
  readonly byClock: number
  readonly byServer: number
}

const NO_TIME: Waited = { byClock: 0, byServer: 0 }

function row(what: string, { byClock, byServer }: Waited): Row {
  return {
    what,
    time: { median: byClock, least: byClock, most: byClock, processor: byServer },
    per: 'visit',
    isByClock: true,
  }
}

async function took(pid: number, act: () => Promise<unknown>): Promise<Waited> {
  const before = processUsage(pid).processorMs
  const start = performance.now()
  await act()
  return { byClock: performance.now() - start, byServer: processUsage(pid).processorMs - before }
}
