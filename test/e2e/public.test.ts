import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import type { BrowserContext, Page } from 'playwright-core'
import { accessibilityFaults } from './check-accessible.ts'
import { openedDemo } from './opened-demo.ts'
import { watchPage } from './watch-page.ts'

const PUBLISHED = '2021-trial'

const { browser, demo } = await openedDemo()
const folder = await mkdtemp(join(tmpdir(), 'mingheng-public-'))
const bundle = await bundleOf('auditor', PUBLISHED)
afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
})

async function bundleOf(username: string, assessmentId: string): Promise<Buffer> {
  const context = await browser.newContext()
  await context.request.post(`${demo.address}/api/v1/session`, { data: { username, password: demo.password } })
  const response = await context.request.get(`${demo.address}/api/v1/assessments/${assessmentId}/bundle`)
  const body = await response.body()
  await context.close()
  return body
}

interface Opened {
  readonly context: BrowserContext
  readonly page: Page
  readonly complaints: readonly string[]
}

async function opened(kind: 'public' | 'kiosk'): Promise<Opened> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 1000 } })
  const page = await context.newPage()
  const complaints = watchPage(page, demo.address)
  if (kind === 'kiosk') await page.clock.install()
  await page.goto(`${demo.address}/${kind}/${demo.district}/${PUBLISHED}`)
  await page.getByText('夏阳街道').first().waitFor()
  return { context, page, complaints }
}

async function handIn(page: Page, name: string, content: Buffer): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, content)
  await page.getByLabel('选择文件').setInputFiles(path)
  const entry = page.locator('.public-verified > li').filter({ hasText: name })
  await entry.getByRole('button', { name: '清除' }).waitFor()
  return entry.innerText()
}

test('anybody reads the ranking and a center’s table, and no name of a person', async () => {
  const { context, page, complaints } = await opened('public')
  await page.getByRole('link', { name: '白鹤镇' }).click()
  await page.getByRole('heading', { level: 2, name: '白鹤镇' }).waitFor()
  expect(page.url()).toContain('center=baihe')
  await page.locator('.public-sheet .qt').first().waitFor()
  expect(await page.locator('body').innerText()).not.toMatch(/考核员|检查员|复核员/u)
  expect(await accessibilityFaults(page)).toEqual([])
  expect(complaints).toEqual([])
  await context.close()
})

test('with the network cut the verifier passes the genuine bundle and catches one changed byte', async () => {
  const { context, page, complaints } = await opened('public')
  await context.setOffline(true)
  const whole = await handIn(page, 'genuine.bundle.jsonl', bundle)
  expect(whole).toMatch(/^一致/u)
  expect(whole).toContain('与公示相同')

  const at = bundle.indexOf('"occurrences":1') + '"occurrences":'.length
  expect(at).toBeGreaterThan(100)
  const changed = Buffer.from(bundle)
  changed[at] = '2'.charCodeAt(0)
  const caught = await handIn(page, 'changed.bundle.jsonl', changed)
  expect(caught).toMatch(/^不一致/u)
  expect(caught).toMatch(/第\d+行，台账第\d+条/u)
  expect(caught).toContain('内容与它的摘要不符')
  expect(caught).toContain('可以做')

  expect(await handIn(page, 'cut.bundle.jsonl', bundle.subarray(0, bundle.length - 1))).toMatch(/^不一致/u)
  expect(await handIn(page, 'sheet.xlsx', Buffer.from('PK\u0003\u0004'))).toMatch(/^不是核对包/u)
  expect(complaints).toEqual([])
  await context.close()
})

test('a center’s own part agrees; a bundle of another assessment is told apart', async () => {
  const { context, page } = await opened('public')
  const own = await bundleOf('xiayang', PUBLISHED)
  const told = await handIn(page, 'own.bundle.jsonl', own)
  expect(told).toMatch(/^一致/u)
  expect(told).toContain('夏阳街道自己的部分')
  expect(await handIn(page, 'other.bundle.jsonl', await bundleOf('auditor', '2021'))).toMatch(/^另一项考核/u)
  await context.close()
})

test('a code from paper is compared offline, however it is typed', async () => {
  const { context, page } = await opened('public')
  const code = await page.locator('.public-code').innerText()
  await context.setOffline(true)
  const field = page.getByRole('textbox', { name: '核验码' })
  const found = page.locator('#kept-code-found')
  for (const [typed, said] of [
    [code.toLowerCase().replaceAll('-', ' '), '这是夏阳街道定稿得分表的核验码'],
    ['7H3K-0QZM-11AB-CDEF-GHJK', '不是定稿得分表的核验码'],
    ['7H3K', '20个字母和数字'],
  ] as const) {
    await field.fill(typed)
    await page.getByRole('button', { name: '核对' }).click()
    await found.getByText(said).waitFor()
  }
  await context.close()
})

test('the hall’s screen has large targets, leads nowhere else, and is back at the start after a minute', async () => {
  const { context, page, complaints } = await opened('kiosk')
  const heights = await page
    .getByRole('button')
    .evaluateAll((buttons) => buttons.map((button) => button.getBoundingClientRect().height))
  expect(Math.min(...heights)).toBeGreaterThanOrEqual(64)
  expect(await page.locator('a[href]').count()).toBe(0)
  expect(await accessibilityFaults(page)).toEqual([])
  // Its minute is the test's: what a busy machine takes meanwhile is not part of it.
  await page.clock.pauseAt(new Date(Date.now() + 60_000))
  await page.getByRole('button', { name: '夏阳街道' }).click()
  await page.getByRole('heading', { level: 1, name: '夏阳街道' }).waitFor()
  await page.clock.fastForward(59_000)
  expect(await page.getByRole('heading', { level: 1, name: '夏阳街道' }).count()).toBe(1)
  await page.clock.fastForward(2_000)
  await page.getByText('点一个中心').waitFor()
  expect(complaints).toEqual([])
  await context.close()
})

test('whoever needs help finds the guide of the role, signed in or not', async () => {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(`${demo.address}/help`)
  await page.getByRole('heading', { level: 1, name: '公众' }).waitFor()
  await page.getByRole('link', { name: '街镇中心', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: '街镇中心' }).waitFor()
  expect(await accessibilityFaults(page)).toEqual([])
  await context.close()
})
