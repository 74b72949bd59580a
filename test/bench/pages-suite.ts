import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { id, type AssessmentId } from '../../src/core/kernel/identifiers.ts'
import { buildPages } from '../e2e/build-pages.ts'
import { openBrowser } from '../e2e/open-browser.ts'
import { startServer, type StartedServer } from '../server/started-server.ts'
import { benchFolder } from './bench-folder.ts'
import { benchLedgerOf } from './bench-ledger.ts'
import { benchRubric } from './bench-rubric.ts'
import { happeningsUnder } from './center-events.ts'
import { countBytes, longTasksDuring, noteLongTasks } from './page-costs.ts'
import type { Row, Suite } from './suite.ts'

/** What a person waits for in a real browser, on a small district and on a whole city's centers. */
export const pagesSuite: Suite = {
  name: 'pages',
  about: 'in Chromium against the real server: the first load, the overview, filtering findings, opening a sheet',
  parts: ['district', 'city'],
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
    const server = await startServer(root, { environment })
    const context = await browser.newContext({
      viewport: { width: 1440, height: 900 },
      locale: 'zh-CN',
      bypassCSP: true,
    })
    context.setDefaultTimeout(READY_MS)
    await context.request.post(`${server.address}/api/v1/session`, {
      data: { username: 'leader', password: 'Quiet-River-42' },
    })
    const page = await context.newPage()
    await noteLongTasks(page)
    const rows = await walk(page, server, `${centers} centers, ${centers * findings} findings`)
    await server.end('SIGTERM')
    return rows
  } finally {
    await browser.close()
    rmSync(root, { recursive: true, force: true })
  }
}

async function walk(page: Page, { address }: StartedServer, extent: string): Promise<Row[]> {
  const base = `${address}/assessments/${ASSESSMENT}`
  const bytes = await countBytes(page)
  const cold = await took(async () => {
    await page.goto(`${base}/overview`)
    await page
      .getByRole('link', { name: /^第\d+中心$/ })
      .first()
      .waitFor()
  })
  const { kilobytes, requests } = bytes()
  const again = await took(async () => {
    await page.reload()
    await page
      .getByRole('link', { name: /^第\d+中心$/ })
      .first()
      .waitFor()
  })
  const toFindings = await took(async () => {
    await page.getByRole('link', { name: /^问题/ }).first().click()
    await page.getByRole('table').getByRole('row').nth(3).waitFor()
  })
  const search = page.getByLabel('搜索描述、编号、款号或中心').first()
  const typed = await longTasksDuring(page, () => search.pressSequentially('第1中心', { delay: 40 }))
  const filtered = await took(() => page.waitForFunction(ALL_OF_FIRST))
  let tasks = ''
  const scrolled = await took(async () => {
    tasks = await longTasksDuring(page, async () => {
      for (let n = 0; n < 20; n += 1) await page.mouse.wheel(0, 800)
      await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))')
    })
  })
  const sheet = await took(async () => {
    await page.goto(`${base}/sheets/center-1`)
    await page.getByText('合计', { exact: false }).first().waitFor()
  })
  return [
    row(`${extent}: first load on a cold cache to the ranking: ${kilobytes} kB, ${requests} requests`, cold),
    row(`${extent}: the overview again`, again),
    row(`${extent}: from the overview to the findings`, toFindings),
    row(`${extent}: findings filtered by text after the last key (long tasks while typing: ${typed})`, filtered),
    row(`${extent}: scrolling the findings by twenty turns of the wheel (long tasks: ${tasks})`, scrolled),
    row(`${extent}: opening a sheet by its address`, sheet),
  ]
}

function row(what: string, milliseconds: number): Row {
  const time = { median: milliseconds, least: milliseconds, most: milliseconds, processor: milliseconds }
  return { what, time, per: 'visit', isByClock: true }
}

async function took(act: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await act()
  return performance.now() - start
}
