import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { accessibilityFaults } from './check-accessible.ts'
import { openedDemo } from './opened-demo.ts'
import { signInAs } from './sign-in-as.ts'
import { watchPage } from './watch-page.ts'

const { browser, demo } = await openedDemo()
const page = await signInAs(browser, demo, 'assessor-1')
const complaints = watchPage(page, demo.address)

const BASE = '/assessments/2021/findings'

interface Listed {
  readonly finding: { readonly findingId: string; readonly clauseId: string; readonly appeal: object | null }
  readonly step: { readonly kind: string } | null
}

/** The ids of those that a query finds and that wait for a step; for choosing what a test opens. */
async function waiting(of: Page, query: string, kind: string): Promise<readonly Listed['finding'][]> {
  const response = await of.request.get(`${demo.address}/api/v1${BASE}?limit=200&${query}`)
  const { findings } = (await response.json()) as { readonly findings: readonly Listed[] }
  return findings.filter(({ step }) => step?.kind === kind).map(({ finding }) => finding)
}

async function open(of: Page, findingId: string, search = ''): Promise<void> {
  await of.goto(`${demo.address}${BASE}/${encodeURIComponent(findingId)}${search}`)
  await of.locator('.finding-voices').waitFor()
}

const toDecide = async () => waiting(page, 'standing=notified', 'finding-to-decide')

test('three voices on one page under the sentence of the notice, the days of the deadline, and the ledger’s lines', async () => {
  const [first] = await toDecide()
  await open(page, first?.findingId ?? '')
  expect(await page.locator('.finding-voice > header h2').count()).toBe(3)
  expect(await page.locator('.finding-clause mark').innerText()).toMatch(/扣/)
  await page.getByRole('heading', { name: '经过和期限' }).waitFor()
  await page.getByText(/按告知时的工作日历计：.*号/).waitFor()
  expect(await page.locator('.finding-strip i').count()).toBeGreaterThan(0)
  expect(await page.locator('.finding-log tbody tr').count()).toBeGreaterThan(1)
  expect(await accessibilityFaults(page)).toEqual([])
})

test('the effect is told before the button, the button says what it does, and a draft outlives the tab', async () => {
  const ranged = await waiting(page, 'standing=notified&clauseId=2.3.1', 'finding-to-decide')
  const id = ranged[0]?.findingId ?? ''
  await open(page, id)
  await page.getByRole('radio', { name: /^1 分/ }).waitFor()
  await page.keyboard.press('3')
  const button = page.locator('.finding-form button[type=submit]')
  await page.getByText('合计', { exact: false }).first().waitFor()
  await page.locator('.finding-effect').getByText('→').first().waitFor()
  await page.getByRole('button', { name: '查实，扣2分' }).waitFor()
  expect(await button.isDisabled()).toBe(true)
  await page.getByRole('textbox', { name: '理由' }).fill('两次催办仍未完成')
  await page.reload()
  await page.locator('.finding-voices').waitFor()
  await expect.poll(async () => page.getByRole('textbox', { name: '理由' }).inputValue()).toBe('两次催办仍未完成')
  await page.getByText(/草稿.*已存在这台设备上/).waitFor()
  await page.getByRole('button', { name: '查实，扣2分' }).click()
  await page.locator('.finding-decided').getByText('两次催办仍未完成').first().waitFor()
  expect(await page.locator('.finding-decided .lost').innerText()).toBe('−2')
  await page.getByRole('button', { name: '改动的数' }).first().click()
  await page.locator('.finding-changes tbody tr').first().waitFor()
  expect(await accessibilityFaults(page)).toEqual([])
})

test('two assessors on one finding: the second sees both versions and loses no word', async () => {
  const id = (await toDecide()).at(-1)?.findingId ?? ''
  const second = await signInAs(browser, demo, 'assessor-2')
  await open(page, id)
  await open(second, id)
  await page.getByRole('textbox', { name: '理由' }).fill('先办的人写的理由')
  await second.getByRole('textbox', { name: '理由' }).fill('后办的人写的理由')
  await page.locator('.finding-form button[type=submit]').click()
  await page.locator('.finding-decided').getByText('先办的人写的理由').first().waitFor()
  await second.locator('.finding-form button[type=submit]').click()
  const conflict = second.getByRole('alert', { name: '您打开以后，这一起有了新情况' })
  await conflict.getByText('先办的人写的理由').waitFor()
  await conflict.getByText('后办的人写的理由').waitFor()
  expect(await accessibilityFaults(second)).toEqual([])
  await conflict.getByRole('button', { name: '看过了，按新情况继续' }).click()
  await expect.poll(async () => second.getByRole('textbox', { name: '理由' }).inputValue()).toBe('后办的人写的理由')
  await second.getByText('更正会代替原来的决定').waitFor()
  await second.context().close()
})

test('a reviewer answers every objection; the reversal shows every number that it changed', async () => {
  const reviewer = await signInAs(browser, demo, 'reviewer')
  const [appealed] = await waiting(reviewer, 'standing=substantiated', 'appeal-to-review')
  await open(reviewer, appealed?.findingId ?? '')
  await reviewer.getByText('撤销', { exact: true }).click()
  const answers = reviewer.locator('.finding-answers textarea')
  await answers.first().waitFor()
  for (const answer of await answers.all()) await answer.fill('采纳，证据充分')
  await reviewer.getByRole('button', { name: '撤销原决定' }).click()
  await reviewer.getByRole('heading', { name: '改动的数' }).waitFor()
  await reviewer.locator('.finding-changes').getByText('合计').waitFor()
  await reviewer.getByText(/^没有改动：/).waitFor()
  expect(await accessibilityFaults(reviewer)).toEqual([])
  await reviewer.context().close()
})

test('J and K go through the list that it was opened from', async () => {
  await page.goto(`${demo.address}${BASE}?standing=dismissed`)
  await page.locator('.findings-table a').first().click()
  await page.getByText(/^第1起，共\d+起$/).waitFor()
  await page.keyboard.press('j')
  await page.getByText(/^第2起，共\d+起$/).waitFor()
  await page.keyboard.press('k')
  await page.getByText(/^第1起，共\d+起$/).waitFor()
  await page.getByRole('link', { name: '回到列表' }).click()
  await page.waitForURL(/standing=dismissed/)
})

test('a center sees its own finding without anybody’s rank, and another center’s not at all', async () => {
  const center = await signInAs(browser, demo, 'zhujiajiao')
  const [own] = await waiting(center, 'centerId=zhujiajiao&standing=substantiated', 'appeal-possible')
  await open(center, own?.findingId ?? '')
  await center.getByRole('button', { name: '改动的数' }).first().click()
  await center.locator('.finding-changes').getByText('合计').waitFor()
  expect(await center.locator('.finding-changes').getByText('名次').count()).toBe(0)
  const others = await waiting(page, 'centerId=xiayang&standing=substantiated', 'appeal-possible')
  await center.goto(`${demo.address}${BASE}/${others[0]?.findingId ?? ''}`)
  await center.getByRole('alert').getByText('只能办理本中心的事项').waitFor()
  await center.context().close()
})

test('nothing was thrown, nothing asked elsewhere', () => {
  expect(complaints).toEqual([])
})
