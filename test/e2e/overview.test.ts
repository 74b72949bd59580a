import { expect, test } from 'vitest'
import type { APIRequestContext } from 'playwright-core'
import { accessibilityFaults } from './check-accessible.ts'
import { openedDemo } from './opened-demo.ts'
import { signInAs } from './sign-in-as.ts'
import { watchPage } from './watch-page.ts'

const { browser, demo } = await openedDemo()

const IS_LIVE = '此刻，实时更新'

test('the overview says in words what is certain, and every number leads to what it is made of', async () => {
  const page = await signInAs(browser, demo, 'leader')
  const complaints = watchPage(page, demo.address)
  await page.getByText(IS_LIVE).waitFor()
  expect(new URL(page.url()).pathname).toMatch(/^\/assessments\/[^/]+\/overview$/)
  await page.getByText(/^十一个中心已定\d+起扣分、\d+项加分，还有\d+处未定。/).waitFor()
  const ranking = page.getByRole('region', { name: '名次' }).getByRole('table')
  expect(await ranking.getByRole('rowheader').count()).toBe(11)
  const heat = page.getByRole('region', { name: '扣在哪里' }).getByRole('table')
  expect(await heat.getByRole('columnheader').count()).toBe(11)
  const trend = page.getByRole('img', { name: /^十一个中心的已定分.*平均由95到/ })
  await trend.locator('canvas').waitFor()
  expect(await page.getByRole('table', { name: '各中心每月末的已定分' }).getByRole('row').count()).toBe(13)
  await page.getByText('现在没有等您办的事').waitFor()
  const cell = heat.getByRole('link', { name: /扣[\d.]+分，占25分的\d+%/ }).first()
  await cell.click()
  await page.waitForURL(/\/sheets\/[a-z]+#2$|\/sheets\/[a-z]+#5$/)
  expect(complaints).toEqual([])
  await page.context().close()
})

test('what somebody else decides is on the page by itself, and says what it was before', async () => {
  const page = await signInAs(browser, demo, 'assessor-1')
  await page.getByText(IS_LIVE).waitFor()
  // It says so for four seconds: whoever looks for it afterwards may come too late.
  const marked = page
    .getByRole('region', { name: '名次' })
    .locator('tr')
    .filter({ has: page.locator('.just-changed') })
  const [{ centerName, points }] = await Promise.all([decideAmountElsewhere(), marked.first().waitFor()])
  const row = page.getByRole('region', { name: '最近改动的数' }).getByRole('row').nth(1)
  await row.getByText('裁量').waitFor()
  expect(await row.textContent()).toContain(centerName)
  const after = page.getByRole('region', { name: '名次' }).getByRole('row').filter({ hasText: centerName })
  const said = (await row.locator('.num').first().textContent()) ?? ''
  expect(await after.locator('.sc').textContent()).toBe(said.trim().split(/\s+/).at(-1))
  expect(points).toBeGreaterThan(0)
  await after.locator('.just-changed').waitFor({ state: 'detached' })
  await page.context().close()
})

test('without the server it says as of when, and goes on when it is back', async () => {
  const page = await signInAs(browser, demo, 'reviewer')
  await page.getByText(IS_LIVE).waitFor()
  await page.context().setOffline(true)
  await page.getByText('连接断了，正在重连').waitFor()
  await page.getByText(/^截至2021年10月25日/).waitFor()
  await page.context().setOffline(false)
  await page.getByText(IS_LIVE).waitFor()
  await page.context().close()
})

test('a past day is in the address, is not live, and its links lead to the sheets of that day', async () => {
  const page = await signInAs(browser, demo, 'auditor')
  await page.getByText(IS_LIVE).waitFor()
  const lead = await page.locator('.lead').textContent()
  await page.getByRole('button', { name: '看过去某一天' }).click()
  await page.getByRole('textbox', { name: '选一天' }).fill('2021-06-30')
  await page.keyboard.press('Enter')
  await page.waitForURL(/occurredBy=2021-06-30&knownBy=2021-06-30/)
  await page.getByText('2021年6月30日').waitFor()
  await page.getByText('那天已发生、已知道的').waitFor()
  expect(await page.getByText(IS_LIVE).count()).toBe(0)
  const sheet = page.getByRole('region', { name: '名次' }).getByRole('link').first()
  expect(await sheet.getAttribute('href')).toContain('knownBy=2021-06-30')
  await page.getByRole('button', { name: '回到此刻' }).click()
  await page.getByText(IS_LIVE).waitFor()
  await expect.poll(async () => page.locator('.lead').textContent()).toBe(lead)
  await page.context().close()
})

test.each(['light', 'dark'])('axe finds nothing serious in the %s theme', async (theme) => {
  const page = await signInAs(browser, demo, 'assessor-2')
  await page.getByRole('region', { name: '等我办的' }).getByRole('listitem').first().waitFor()
  if (theme === 'dark') await page.getByRole('button', { name: '深色' }).click()
  await page.locator(`html[data-theme=${theme}]`).waitFor({ state: 'attached' })
  await page.locator('canvas').waitFor()
  expect(await accessibilityFaults(page)).toEqual([])
  await page.context().close()
})

test('whoever does not see the ranking lands on the own work', async () => {
  const page = await signInAs(browser, demo, 'clerk')
  await page.waitForURL(/\/assessments\/[^/]+\/records/)
  await page.context().close()
})

test('while a server that has just started reads its ledgers, the page says how far it is', async () => {
  const page = await signInAs(browser, demo, 'leader', { serviceWorkers: 'block' })
  let release: () => void = () => undefined
  const isRead = new Promise<void>((resolve) => (release = resolve))
  await page.route(/\/api\/.*\/overview$/, async (route) => {
    await isRead
    await route.continue()
  })
  let reading = 43
  await page.route('**/readyz', (route) => route.fulfill({ json: { status: 'ready', checks: [], reading } }))
  await page.reload()
  await page.getByText('正在读入台账：已读43%').first().waitFor()
  reading = 57
  await page.getByText('正在读入台账：已读57%').first().waitFor()
  release()
  await page.getByRole('region', { name: '名次' }).getByRole('table').waitFor()
  await page.context().close()
})

/** Another assessor, from another machine, sets the highest amount of a finding that waits for one. */
async function decideAmountElsewhere() {
  const elsewhere = await browser.newContext()
  const { request } = elsewhere
  const api = `${demo.address}/api/v1`
  const signedIn = await request.post(`${api}/session`, {
    data: { username: 'assessor-2', password: demo.password },
  })
  expect(signedIn.status()).toBe(200)
  const { csrfToken } = await read(request, `${api}/me`)
  const { todos } = await read(request, `${api}/todos`)
  const todo = todos.find(({ kind, range }: Todo) => kind === 'amount-to-decide' && range !== null) as Todo
  const url = `${api}/assessments/${todo.assessmentId}/findings/${todo.ref}`
  const seen = (await request.get(url)).headers()['etag'] ?? ''
  const decided = await request.post(`${url}/amount`, {
    headers: { 'x-csrf-token': csrfToken, 'if-match': seen, 'idempotency-key': 'overview-test-amount' },
    data: { points: todo.range.max, reason: '情节较重', precedents: [] },
  })
  expect([decided.status(), await decided.text()]).toEqual([200, expect.any(String)])
  await elsewhere.close()
  return { centerName: todo.centerName, points: todo.range.max }
}

interface Todo {
  readonly assessmentId: string
  readonly kind: string
  readonly ref: string
  readonly centerName: string
  readonly range: { readonly max: number }
}

async function read(request: APIRequestContext, url: string) {
  const response = await request.get(url)
  expect(response.status()).toBe(200)
  return response.json()
}
