import { expect, test } from 'vitest'
import { accessibilityFaults } from './check-accessible.ts'
import { openedDemo } from './opened-demo.ts'
import { signInAs } from './sign-in-as.ts'
import { watchPage } from './watch-page.ts'

const { browser, demo } = await openedDemo()

test('what is left is listed with where it is done, and a period that runs is not closed', async () => {
  const page = await signInAs(browser, demo, 'assessor-1')
  const complaints = watchPage(page, demo.address)
  await page.goto(`${demo.address}/assessments/2021/closing`)
  const undecided = page.locator('details').filter({ hasText: '没有结论的问题' })
  await undecided.getByRole('link', { name: '去办' }).first().waitFor()
  expect(await undecided.getByRole('link', { name: '去办' }).first().getAttribute('href')).toMatch(
    /^\/assessments\/2021\/findings\/./u,
  )
  expect(await page.locator('[aria-current=step]').innerText()).toBe('进行')
  expect(await accessibilityFaults(page)).toEqual([])
  await page.getByRole('button', { name: '结束周期' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '确定' }).click()
  await page.getByRole('alert').waitFor()
  expect(await page.locator('[aria-current=step]').innerText()).toBe('进行')
  expect(complaints).toEqual([])
  await page.context().close()
})

test('a published assessment is reopened with a reason, sealed again and published again', async () => {
  const page = await signInAs(browser, demo, 'assessor-1')
  const complaints = watchPage(page, demo.address)
  const anybody = await browser.newPage()
  const publicAddress = `${demo.address}/public/${demo.district}/2021-trial`
  const confirmed = async (button: string) => {
    await page.getByRole('button', { name: button, exact: true }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: '确定' }).click()
    // There is one at a time: the next is not looked for while this one is on its way out.
    await dialog.waitFor({ state: 'hidden' })
  }
  await page.goto(`${demo.address}/assessments/2021-trial/closing`)
  await page.locator('summary').filter({ hasText: '重启' }).click()
  await page.getByRole('button', { name: '重启', exact: true }).click()
  await page.getByText('请填写').waitFor()
  await page.getByLabel('重启的理由').fill('补正一处笔误')
  await confirmed('重启')
  await page.getByText('没有妨碍定稿的事').waitFor()
  await anybody.goto(publicAddress)
  await anybody.getByText('没有公示这项考核的结果').waitFor()

  await confirmed('定稿')
  await page.getByRole('heading', { name: '定稿和核验码' }).waitFor()
  const codes = await page.locator('.closing-code').allInnerTexts()
  expect(codes).toHaveLength(11)
  for (const code of codes) expect(code).toMatch(/^[0-9A-Z]{4}(?:-[0-9A-Z]{4}){4}$/u)
  expect(await page.locator('.closing-digest').innerText()).toMatch(/^[0-9a-f]{64}$/u)
  expect(await accessibilityFaults(page)).toEqual([])

  await page.getByLabel('公示说明').fill('更正后重新公示')
  await confirmed('公示')
  await page.getByRole('link', { name: '公示页' }).waitFor()
  await anybody.reload()
  await anybody.getByText('更正后重新公示').waitFor()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: '整个考核的核对包' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('2021-trial.bundle.jsonl')
  expect(complaints).toEqual([])
  await anybody.close()
  await page.context().close()
})
