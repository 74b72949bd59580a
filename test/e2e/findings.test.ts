import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { accessibilityFaults } from './check-accessible.ts'
import { openedDemo } from './opened-demo.ts'
import { signInAs } from './sign-in-as.ts'
import { watchPage } from './watch-page.ts'

const { browser, demo } = await openedDemo()
const page = await signInAs(browser, demo, 'assessor-1')
const complaints = watchPage(page, demo.address)

const list = (search = '') => `${demo.address}/assessments/2021/findings${search}`
const rows = (of: Page) => of.locator('.findings-table tbody tr:not(.findings-blank)')

async function openList(of: Page, search = ''): Promise<void> {
  await of.goto(list(search))
  await rows(of).first().waitFor()
}

/** `共524起，…` of the lead sentence. */
async function total(of: Page): Promise<number> {
  return Number(/共(\d+)起/.exec(await of.locator('.lead').innerText())?.[1])
}

test('hundreds are listed, only those in sight are in the page, and the counts add up', async () => {
  await openList(page)
  const all = await total(page)
  expect(all).toBeGreaterThan(200)
  expect(await rows(page).count()).toBeLessThan(60)
  const counts = await page.locator('.findings-standings button .fig').allInnerTexts()
  const [whole, ...parts] = counts.map(Number)
  expect([whole, parts.reduce((sum, one) => sum + one, 0)]).toEqual([all, all])
  expect(await accessibilityFaults(page)).toEqual([])
  await page.evaluate('scrollTo(0, document.documentElement.scrollHeight)')
  await page.getByText(/已列出200起/).waitFor()
})

test('filters are in the address: what is chosen is found again by the link, and nothing found says why', async () => {
  await openList(page)
  await page.getByRole('button', { name: /^待查实/ }).click()
  await page.waitForURL(/standing=notified/)
  await page.getByLabel('搜索描述、编号、款号或中心').fill('朱家角')
  await page.waitForURL(/text=/)
  const other = await page.context().newPage()
  await openList(other, new URL(page.url()).search)
  // The last list stays in sight until the new one is there.
  await page.getByText(`共${await total(other)}起，其中`).waitFor()
  await other.setViewportSize({ width: 390, height: 844 })
  await openList(other, '?clause=3.5.1')
  await other.locator('.findings-filter').getByText('3.5.1').first().waitFor()
  expect(await other.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390)
  await other.close()
  await page.getByLabel('搜索描述、编号、款号或中心').fill('没有这样的描述')
  await page.getByText('没有符合的问题：待查实、“没有这样的描述”。').waitFor()
  expect(await accessibilityFaults(page)).toEqual([])
  await page.getByRole('button', { name: '清除筛选' }).click()
  await rows(page).first().waitFor()
  expect(new URL(page.url()).search).toBe('')
})

test('a filter is saved by a name on this device', async () => {
  await openList(page, '?standing=substantiated&sort=occurred')
  await page.getByRole('button', { name: '已存的筛选' }).click()
  await page.getByText('存下这个筛选').click()
  await page.getByLabel('给它起个名字').fill('已查实的')
  await page.getByRole('button', { name: '存下', exact: true }).click()
  await openList(page)
  await page.getByRole('button', { name: '已存的筛选' }).click()
  await page.getByRole('menuitem', { name: '已查实的', exact: true }).click()
  await page.waitForURL(/standing=substantiated&sort=occurred/)
})

test('by keys alone: down, select, later, search, and what the keys are', async () => {
  await openList(page)
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await page.locator('tr.is-here[data-index="1"]').waitFor()
  await page.keyboard.press('k')
  await page.locator('tr.is-here[data-index="0"]').waitFor()
  await page.keyboard.press('x')
  await page.getByText('已选1起').waitFor()
  const title = await rows(page).first().getByRole('link').innerText()
  await page.keyboard.press('l')
  await page.getByText('另有1起放到以后再看').waitFor()
  await expect.poll(async () => rows(page).first().getByRole('link').innerText()).not.toBe(title)
  await page.getByRole('button', { name: '列出', exact: true }).click()
  await page.keyboard.press('l')
  await page.getByText('另有1起放到以后再看').waitFor({ state: 'detached' })
  await page.keyboard.press('/')
  await page.keyboard.type('jn')
  // Whoever types on while the address changes loses nothing.
  await page.waitForURL(/text=jn/)
  await page.keyboard.type('kx')
  await page.waitForURL(/text=jnkx/)
  expect(await page.getByLabel('搜索描述、编号、款号或中心').inputValue()).toBe('jnkx')
  await openList(page)
  await page.keyboard.press('?')
  await page.getByRole('dialog', { name: '按键' }).getByText('上报：告知中心').waitFor()
  // Who is used to the keys does not wait until the dialog has faded.
  await page.keyboard.press('Escape')
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/findings\/[^?]+/)
})

test('all that are found and can be told are told one by one, each once; what is refused is listed', async () => {
  await openList(page, '?standing=suspected')
  const button = page.getByRole('button', { name: /^告知筛出的全部\d+起$/ })
  const count = Number(/\d+/.exec(await button.innerText())?.[0])
  await button.click()
  const dialog = page.getByRole('dialog', { name: '告知中心' })
  await dialog.getByText(`将逐一告知${count}起`).waitFor()
  expect(await accessibilityFaults(page)).toEqual([])
  // Somebody else is faster with one of them.
  const other = await signInAs(browser, demo, 'assessor-2')
  await openList(other, '?standing=suspected')
  await other.keyboard.press('j')
  await other.keyboard.press('n')
  await other
    .locator('[role=status]')
    .getByText(/^已告知/)
    .waitFor({ state: 'attached' })
  await other.context().close()
  await dialog.getByRole('button', { name: `告知${count}起` }).click()
  await dialog.getByText(`告知了${count - 1}起，1起没有办成。`).waitFor()
  expect(await dialog.locator('.findings-refused li').count()).toBe(1)
  await dialog.getByRole('button', { name: '关闭' }).last().click()
  await page.getByText('没有符合的问题：疑点。').waitFor()
})

test('a center sees its own only, and nothing to tell or dismiss', async () => {
  const center = await signInAs(browser, demo, 'zhujiajiao')
  await openList(center)
  await openList(page)
  expect(await total(center)).toBeLessThan(await total(page))
  expect(await center.getByRole('button', { name: /^告知/ }).count()).toBe(0)
  const centers = await rows(center).locator('.findings-what small').allInnerTexts()
  expect(centers.filter((words) => !words.startsWith('朱家角镇'))).toEqual([])
  await center.context().close()
})

test('nothing was thrown, nothing asked elsewhere', () => {
  expect(complaints).toEqual([])
})
