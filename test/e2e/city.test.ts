import { afterAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { accessibilityFaults } from './check-accessible.ts'
import { openBrowser } from './open-browser.ts'
import { serveCity } from './served-city.ts'
import { watchPage } from './watch-page.ts'

const [browser, city] = await Promise.all([openBrowser(), serveCity()])
afterAll(async () => {
  await browser.close()
  await city.close()
})

async function opened(): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 1000 } })
  return context.newPage()
}

async function choose(page: Page, name: string): Promise<void> {
  await page.getByRole('combobox', { name: '区或市' }).click()
  await page.keyboard.type(name)
  await page.keyboard.press('Enter')
}

async function enter(page: Page, username: string): Promise<void> {
  await page.getByLabel('用户名').fill(username)
  await page.getByLabel('密码').fill(city.password)
  await page.getByRole('button', { name: '登录' }).click()
}

const page = await opened()
const complaints = watchPage(page, city.address)

test('a district or city is chosen by name, is remembered, and a suspended one is not there to choose', async () => {
  await page.goto(`${city.address}/sign-in`)
  await page.getByRole('combobox', { name: '区或市' }).click()
  await expect
    .poll(async () => page.locator('.ant-select-item-option-content').allInnerTexts())
    .toEqual(['样例市', '东区', '北区', '丁区', '西区', '新区'])
  await page.keyboard.press('Escape')
  await choose(page, '样例市')
  await enter(page, 'observer')
  await page.waitForURL(/\/city$/)
  await page.getByRole('button', { name: '退出' }).click()
  await page.getByTitle('样例市').waitFor()
  expect(await accessibilityFaults(page)).toEqual([])
  await enter(page, 'observer')
  await page.waitForURL(/\/city$/)
})

test('who has published is shown with figures, who has not without, and points of one notice only are ranked', async () => {
  await page.getByText('6个区中，4个公布了2021年度的结果，2个未公布。').waitFor()
  const rows = page.locator('.city-districts tbody tr')
  expect(await rows.count()).toBe(6)
  for (const name of ['北区', '新区']) {
    const row = rows.filter({ hasText: name })
    expect((await row.innerText()).replaceAll(/\s+/g, ' ').trim()).toBe(`${name} 未公布`)
  }
  const alike = page.locator('.city-alike')
  expect(await alike.count()).toBe(1)
  expect(await alike.innerText()).not.toMatch(/丁区|丁一镇|北一街道/)
  expect(await alike.locator('table').nth(1).locator('tbody tr').count()).toBe(6)
  expect(await accessibilityFaults(page)).toEqual([])
})

test('the comparison is handed out as a document', async () => {
  await page.getByRole('button', { name: '导出' }).click()
  const [saved] = await Promise.all([page.waitForEvent('download'), page.getByText('Excel 工作簿').click()])
  expect(saved.suggestedFilename()).toBe('样例市各区考核结果对比（2021年）.xlsx')
  await page.getByText('已保存：样例市').waitFor()
})

test('a year is chosen, and a district’s name leads to its published page', async () => {
  await page.getByText('2020年度', { exact: true }).click()
  await page.getByText('6个区中，1个公布了2020年度的结果，5个未公布。').waitFor()
  await page.getByText(/所以没有可比的名次/).waitFor()
  await page.goBack()
  await page.goto(`${city.address}/city`)
  await page.locator('.city-districts').getByRole('link', { name: '东区' }).click()
  await page.getByText('现予公示').waitFor()
  expect(page.url()).toBe(`${city.address}/public/east/a2021`)
  await page.getByText(/查实问题1件，申诉1件/).waitFor()
})

test('on a phone and in the dark it is no wider than the phone', async () => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto(`${city.address}/city`)
  await page.locator('.city-alike').waitFor()
  await page.evaluate(`document.documentElement.dataset.theme = 'dark'`)
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390)
  const cut =
    'Array.from(document.querySelectorAll(".city tbody *")).filter((one) => one.getBoundingClientRect().right > 390).map((one) => one.outerHTML)'
  expect(await page.evaluate(cut)).toEqual([])
  expect(await accessibilityFaults(page)).toEqual([])
  expect(complaints).toEqual([])
})

test('a district’s administrator reads which city sees what is published; nobody of a suspended district gets in', async () => {
  const other = await opened()
  await other.goto(`${city.address}/sign-in?district=east`)
  await enter(other, 'admin')
  await other.waitForURL(/administration/)
  await other.goto(`${city.address}/administration/district`)
  await other.getByText('本区归样例市').waitFor()
  expect(await accessibilityFaults(other)).toEqual([])
  const answer = await other.request.post(`${city.address}/api/v1/session`, {
    data: { district: 'south', username: 'anybody', password: 'whatever-it-is' },
  })
  expect(await answer.json()).toMatchObject({ code: 'tenant-suspended', detail: expect.stringContaining('南区') })
  await other.context().close()
})
