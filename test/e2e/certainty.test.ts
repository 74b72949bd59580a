import { expect, test } from 'vitest'
import { accessibilityFaults } from './check-accessible.ts'
import { openedDemo } from './opened-demo.ts'
import { signInAs } from './sign-in-as.ts'
import { watchPage } from './watch-page.ts'

const { browser, demo } = await openedDemo()

test('a leader sees who may still be first, what to decide first, and what the chances rest on', async () => {
  const page = await signInAs(browser, demo, 'leader')
  const complaints = watchPage(page, demo.address)
  await page.getByRole('link', { name: '分析' }).click()
  await page.getByRole('navigation', { name: '分析的问题' }).getByRole('link', { name: '把握' }).click()
  await page.getByText(/^第1名现为.+还可能第1的有.+个中心中，/).waitFor()
  const reach = page.getByRole('region', { name: '得分和名次可能到哪里' })
  expect(await reach.getByRole('rowheader').count()).toBe(11)
  const heat = page.getByRole('table', { name: /^11个中心各名次在10,000次模拟中/ })
  expect(await heat.getByRole('columnheader').count()).toBe(12)
  await heat.getByText('到不了').first().waitFor()
  expect(await accessibilityFaults(page)).toEqual([])
  // What nobody has decided, taken to be substantiated whatever else: the chances change, the bounds do not.
  const ranks = await reach.locator('.ranks').allTextContents()
  const before = await heat.textContent()
  await page.getByLabel('未认定的问题会认定（%）').fill('100')
  await page.getByRole('button', { name: '按这些数重算' }).click()
  await page.waitForURL(/substantiated=100/)
  await page.getByText('未认定的问题，每件有100%的可能认定').waitFor()
  expect(await reach.locator('.ranks').allTextContents()).toEqual(ranks)
  expect(await heat.textContent()).not.toBe(before)
  const first = page.getByRole('region', { name: '先办哪一件，名次最清楚' }).getByRole('listitem').first()
  expect(await first.textContent()).toMatch(/^\d+个名次.+合计挪动\d+个名次$/)
  await first.getByRole('link').click()
  await page.waitForURL(/\/(findings|bonuses|sheets)\/[^/]+$|\/notice$/)
  expect(complaints).toEqual([])
  await page.context().close()
})
