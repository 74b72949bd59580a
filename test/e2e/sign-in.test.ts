import { expect, test } from 'vitest'
import { openedInstallation } from './opened-demo.ts'
import { watchPage } from './watch-page.ts'

const { browser, served } = await openedInstallation()

test('the first administrator signs in with the one-time password, must choose another, and comes in', async () => {
  const page = await browser.newPage()
  const complaints = watchPage(page, served.address)
  await page.goto(served.address)
  await page.getByLabel('用户名').fill('admin')
  await page.getByLabel('密码').fill('wrong password')
  await page.getByRole('button', { name: '登录' }).click()
  await page.getByRole('alert').getByText('没有登录').waitFor()
  await page.getByLabel('密码').fill(served.oneTimePassword)
  await page.getByRole('button', { name: '登录' }).click()
  await page.getByRole('heading', { name: '先改密码' }).waitFor()
  await page.getByLabel('密码', { exact: true }).fill(served.oneTimePassword)
  await page.getByLabel('新密码').fill('steelyard and 31 weights')
  await page.getByLabel('再输一遍').fill('steelyard and 31 weights')
  await page.getByRole('button', { name: '改好，继续' }).click()
  await page.getByText('还没有考核').waitFor()
  expect(complaints).toEqual([])
  await page.close()
})
