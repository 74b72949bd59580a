import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import { dayInWords } from '../../src/core/document/day-in-words.ts'
import { formatPoints } from '../../src/core/kernel/points.ts'
import type { PlainDate } from '../../src/core/kernel/plain-date.ts'
import { pdfText } from '../documents/office-tools.ts'
import { accessibilityFaults } from './check-accessible.ts'
import { openedDemo } from './opened-demo.ts'
import { signInAs } from './sign-in-as.ts'
import { watchPage } from './watch-page.ts'

const { browser, demo } = await openedDemo()
const page = await signInAs(browser, demo, 'assessor-1')
const complaints = watchPage(page, demo.address)
const folder = await mkdtemp(join(tmpdir(), 'mingheng-letters-'))
afterAll(async () => rm(folder, { recursive: true, force: true }))

interface Listed {
  readonly finding: {
    readonly findingId: string
    readonly centerId: string
    readonly standing: string
    readonly replyBy: { readonly lastDay: PlainDate } | null
    readonly appeal: { readonly outcome: string } | null
  }
  readonly centerName: string
}

const { finding, centerName } = await reviewed()

/** One that was told, substantiated and upheld or varied on review: it has all three letters. */
async function reviewed(): Promise<Listed> {
  const answer = await page.request.get(
    `${demo.address}/api/v1/assessments/2021/findings?standing=substantiated&limit=200`,
  )
  const { findings } = (await answer.json()) as { readonly findings: readonly Listed[] }
  const found = findings.find(({ finding: { appeal, replyBy } }) => appeal?.outcome === 'varied' && replyBy !== null)
  if (found === undefined) throw new Error('the demonstration has no finding that was varied on review')
  return found
}

/** What the PDF says, without the blanks and breaks that setting it put in. */
async function taken(of: Page, open: () => Promise<void>): Promise<string> {
  // The first PDF starts the typesetter, which on a busy machine takes its time.
  const coming = of.waitForEvent('download', { timeout: 90_000 })
  const refused = of
    .getByRole('alert')
    .waitFor({ timeout: 90_000 })
    .then(
      () => null,
      () => coming,
    )
  await open()
  // By the keyboard: on a busy machine a menu can still move between the two halves of a press.
  await of.getByRole('menuitem', { name: 'PDF' }).press('Enter')
  const download = await Promise.race([coming, refused])
  if (download === null) throw new Error(await of.getByRole('alert').innerText())
  const path = join(folder, `${Math.random()}.pdf`)
  await download.saveAs(path)
  return `${download.suggestedFilename()}\n${(await pdfText(path)).replaceAll(/\s/gu, '')}`
}

const fromDialog = (of: Page) => async () => of.getByRole('dialog').getByRole('button', { name: '生成' }).click()
const close = async () => {
  await page.getByRole('dialog').getByRole('button', { name: '关闭' }).last().click()
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
}

test('the three letters about a finding are made on its page, with what the office filled in', async () => {
  await page.goto(`${demo.address}/assessments/2021/findings/${encodeURIComponent(finding.findingId)}`)
  await page.getByRole('button', { name: '问题告知书…' }).click()
  const dialog = page.getByRole('dialog', { name: '问题告知书' })
  await dialog.getByLabel('发文机关标志').fill('演示区政务服务办公室')
  await dialog.getByLabel('发文字号').fill('演政务告〔2021〕3号')
  expect(await accessibilityFaults(page)).toEqual([])
  const notice = await taken(page, fromDialog(page))
  expect(notice).toMatch(/^问题告知书（.*）\.pdf\n/u)
  expect(notice).toContain('演示区政务服务办公室')
  expect(notice).toContain('演政务告〔2021〕3号')
  expect(notice).toContain(`${centerName}：`)
  expect(notice).toContain(dayInWords(finding.replyBy?.lastDay ?? ('1900-01-01' as PlainDate)))
  expect(notice).toContain('回复单')
  await close()

  await page.getByRole('button', { name: '整改通知书…' }).click()
  const head = page.getByRole('dialog', { name: '整改通知书' })
  await expect.poll(async () => head.getByLabel('发文机关标志').inputValue()).toBe('演示区政务服务办公室')
  expect(await head.getByLabel('发文字号').inputValue()).toBe('')
  const rectification = await taken(page, fromDialog(page))
  expect(rectification).toContain('都不改变本事项的认定和得分')
  expect(rectification).toContain('整改情况反馈表')
  await close()

  await page.getByRole('button', { name: '复核决定书…' }).click()
  const decision = await taken(page, fromDialog(page))
  expect(decision).toContain('决定变更原认定')
  expect(decision).toContain('合计得分')
  await close()
})

test('the bulletin is made on the closing page as a draft of its day, its scores those of the ranking', async () => {
  await page.goto(`${demo.address}/assessments/2021/closing`)
  await page.getByText('还没有定稿，做成的是征求意见稿').waitFor()
  await page.getByRole('button', { name: '年度考核通报…' }).click()
  await page.getByRole('dialog').getByLabel('下一步工作要求').fill('各中心要逐条整改。')
  expect(await accessibilityFaults(page)).toEqual([])
  const bulletin = await taken(page, fromDialog(page))
  expect(bulletin).toContain('征求意见稿，截至2021年10月25日')
  expect(bulletin).toContain('各中心要逐条整改。')
  const answer = await page.request.get(`${demo.address}/api/v1/assessments/2021/ranking`)
  const { ranked } = (await answer.json()) as {
    readonly ranked: readonly { readonly sheet: { readonly centerName: string; readonly score: number } }[]
  }
  expect(ranked.length).toBeGreaterThan(5)
  for (const { sheet } of ranked) expect(bulletin).toContain(`${sheet.centerName}${formatPoints(sheet.score)}`)
  await close()
})

test('a center takes its own letters as they are, from its own page', async () => {
  const own = await signInAs(browser, demo, finding.centerId)
  await own.goto(`${demo.address}/assessments/2021/center`)
  const letters = own.locator('#center-letters')
  await letters.getByRole('button', { name: '问题告知书' }).first().waitFor()
  expect(await accessibilityFaults(own)).toEqual([])
  const notice = await taken(own, async () => letters.getByRole('button', { name: '问题告知书' }).first().click())
  expect(notice).toContain(`${centerName}：`)
  await own.context().close()
})

test('the console stayed quiet', () => {
  expect(complaints).toEqual([])
})
