import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { accessibilityFaults } from './check-accessible.ts'
import { openedDemo } from './opened-demo.ts'
import { signInAs } from './sign-in-as.ts'
import { watchPage } from './watch-page.ts'

const { browser, demo } = await openedDemo()
const TODAY = '2021-10-25'

test('a plan is designed and committed, an inspector has the drawn center on the round, and the reveal agrees with the code', async () => {
  const page = await signInAs(browser, demo, 'assessor-1')
  const complaints = watchPage(page, demo.address)
  await page.getByRole('link', { name: '分析' }).first().click()
  await page.getByRole('link', { name: '抽查' }).click()
  await page.getByText(/^还没有抽查方案/).waitFor()
  await page.getByRole('button', { name: '设计一份抽查方案' }).click()
  const form = page.getByRole('region', { name: '设计一份抽查方案' })
  await form.getByText('请先选起止日期').waitFor()
  await chooseDays(page, TODAY, TODAY)
  await form.getByText(/11 次，请|容不下 11 次/).waitFor()
  await form.getByLabel('每天最多', { exact: true }).fill('11')
  for (const field of await form.getByLabel(/每人每天最多$/).all()) await field.fill('11')
  await form.getByText('1个工作日里抽11次，任何种子都排得出来。').waitFor()
  await form.getByLabel('夏阳街道 权重').fill('3')
  expect(
    await form
      .getByRole('row', { name: /夏阳街道/ })
      .getByRole('cell')
      .last()
      .textContent(),
  ).toContain('1')
  expect(await accessibilityFaults(page)).toEqual([])
  await shoot(page, 'design')
  await form.getByRole('button', { name: '封存' }).click()

  const plan = page.getByRole('region', { name: `暗访 ${TODAY} – ${TODAY}` })
  await plan.getByText(`${TODAY}至${TODAY}暗访11个中心，共11次，每个中心至少1次：未到11次。`).waitFor()
  const code = await plan.locator('.sampling-code code').textContent()
  expect(code).toMatch(/^(?:[0-9A-Z]{4}-){4}[0-9A-Z]{4}$/)
  await plan.getByRole('img', { name: /^抽查日历。/ }).waitFor()
  const visits = plan.getByRole('table')
  expect(await visits.getByRole('row').count()).toBe(12)
  expect(await accessibilityFaults(page)).toEqual([])
  await shoot(page, 'committed')

  const inspector = await signInAs(browser, demo, 'inspector-1', { viewport: { width: 390, height: 844 } })
  const assessmentId = new URL(page.url()).pathname.split('/')[2] ?? ''
  await inspector.goto(`${demo.address}/assessments/${assessmentId}/inspection`)
  const drawn = inspector.getByRole('region', { name: '今天抽到的中心' })
  await drawn.getByText(/^抽查方案今天派您去\d+个中心/).waitFor()
  await shoot(inspector, 'round')
  await drawn.getByRole('button', { name: '加入今天的路线' }).click()
  await drawn.waitFor({ state: 'detached' })
  await inspector.locator('.insp-route li').first().waitFor()
  await inspector.context().close()

  await visits.getByRole('button', { name: '记为未去 1', exact: true }).click()
  const miss = page.getByRole('dialog', { name: '第1次未去' })
  await miss.getByLabel('理由').fill('当日台风，中心不开放')
  await miss.getByRole('button', { name: '记入台账' }).click()
  await plan.getByText(/未去1次，未到10次/).waitFor()
  await plan.getByRole('button', { name: '提前揭示' }).click()
  const reveal = page.getByRole('dialog', { name: '提前揭示' })
  await reveal.getByLabel('提前揭示的理由').fill('演示')
  await reveal.getByRole('button', { name: '提前揭示' }).click()
  await plan.getByText(/^一致：揭示的种子和方案/).waitFor()
  expect(await plan.locator('.sampling-code code').textContent()).toBe(code)
  const center = await signInAs(browser, demo, 'xiayang')
  await center.goto(`${demo.address}/assessments/${assessmentId}/center`)
  const own = center.getByRole('region', { name: '抽查' })
  await own.getByText(code ?? 'no code').waitFor()
  await own.getByText('本中心1次，全部中心共11次').waitFor()
  await own.getByRole('row', { name: /暗访.*一致/ }).waitFor()
  expect(await accessibilityFaults(center)).toEqual([])
  await shoot(center, 'center')
  await center.context().close()
  await page.setViewportSize({ width: 390, height: 844 })
  expect(await accessibilityFaults(page)).toEqual([])
  await shoot(page, 'revealed')
  expect(complaints).toEqual([])
  await page.context().close()
})

async function chooseDays(page: Page, from: string, to: string): Promise<void> {
  const [first, last] = await page.locator('.ant-picker-range input').all()
  await first?.fill(from)
  await first?.press('Enter')
  await last?.fill(to)
  await last?.press('Enter')
}

async function shoot(page: Page, name: string): Promise<void> {
  const folder = process.env['SHOTS']
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
}
