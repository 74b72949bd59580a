import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { CORRECTABLE_NOTICE } from '../fixtures/some-correction.ts'
import { accessibilityFaults } from './check-accessible.ts'
import { openedDemo } from './opened-demo.ts'
import { signInAs } from './sign-in-as.ts'
import { watchPage } from './watch-page.ts'

const { browser, demo } = await openedDemo()

async function atNewNotice(viewport = { width: 1440, height: 1000 }) {
  const page = await signInAs(browser, demo, 'assessor-1', { viewport, locale: 'zh-CN' })
  const complaints = watchPage(page, demo.address)
  await page.goto(`${demo.address}/notices/new`)
  await page.getByLabel('通知正文').fill(CORRECTABLE_NOTICE)
  await page.getByRole('button', { name: '编译', exact: true }).click()
  await page.getByText('读成2个部分、6句规则，留下3处疑问。').waitFor()
  return { page, complaints, done: () => page.context().close() }
}

function reading(page: Page, clauseId: string) {
  return page.locator(`[id="read-${clauseId}"]`)
}

test('readings are corrected with reasons, survive a reload, are withdrawn, adopted, and shown wherever they count', async () => {
  const { page, complaints, done } = await atNewNotice()
  const counted = reading(page, '1.2.1')
  await counted.getByRole('button', { name: '改正一.2的读法' }).focus()
  await page.keyboard.press('Enter')
  const form = page.getByRole('form', { name: '改正一.2的读法' })
  await form.getByText('发生有责投诉的，扣0.5分', { exact: true }).waitFor()
  await form.getByText('机器读作：没有写').first().waitFor()
  await form.getByRole('textbox', { name: '几分' }).fill('25')
  await form.getByRole('button', { name: '改正这一句' }).click()
  await form.getByText('超过本部分的 20 分').waitFor()
  await form.getByText('请写明理由。').waitFor()
  expect(await accessibilityFaults(page)).toEqual([])
  await form.getByRole('textbox', { name: '几分' }).fill('一')
  await form.getByLabel('理由').fill('起草科室确认：按件计')
  await form.getByRole('button', { name: '改正这一句' }).click()
  await form.getByText('请填分值').waitFor()
  await form.getByRole('textbox', { name: '几分' }).fill('0.5')
  await form.getByLabel('计量单位').fill('件')
  await form.getByRole('button', { name: '改正这一句' }).click()
  await counted.getByText('每件扣0.5分').first().waitFor()
  await page.getByText('读成2个部分、6句规则，留下2处疑问。').waitFor()
  await expect.poll(async () => page.evaluate<string>('document.activeElement.ariaLabel')).toBe('改正一.2的读法')

  await reading(page, '1.1.2').getByRole('button', { name: /^改正/ }).click()
  const other = page.getByRole('form', { name: '改正一.1(2)的读法' })
  await other.getByLabel('不是计分规则').check()
  await other.getByLabel('理由').fill('只是说明')
  await other.getByRole('button', { name: '改正这一句' }).click()
  await reading(page, '1.1.2').getByText('不是计分规则').first().waitFor()
  await page.getByText('5句规则，留下1处疑问').waitFor()
  expect(await accessibilityFaults(page)).toEqual([])

  await page.reload()
  await reading(page, '1.2.1').getByText('起草科室确认：按件计').waitFor()
  await page.getByRole('button', { name: '撤回一.1(2)的改正' }).click()
  await page.getByText('6句规则，留下2处疑问').waitFor()
  await page.getByLabel('细则的名称').fill('corrected')
  await page.getByText('其中1处读法由您改正').waitFor()
  await page.getByRole('button', { name: '采用这份细则' }).click()
  await page.getByRole('heading', { name: '细则已采用' }).waitFor()
  await page.getByLabel('考核的编号').fill('corrected')
  await page.getByLabel('从').fill('2022-01-01')
  await page.getByLabel('到').fill('2022-12-31')
  await page.getByLabel('参加考核的中心').fill('east 东街道')
  await page.getByRole('button', { name: '开启', exact: true }).click()
  await page.waitForURL(/assessments\/corrected\/notice/)
  await page.locator('[data-anchor="clause:1.2.1"]').click()
  const panel = page.getByRole('region', { name: '一.2的读法' })
  await panel.getByText('起草科室确认：按件计').waitFor()
  await panel.getByText('考核员一').first().waitFor()
  await page.getByText('改正读法1处').click()
  expect(await accessibilityFaults(page)).toEqual([])

  await page.getByRole('link', { name: '与其他版本比较' }).click()
  await page.getByLabel('或贴入通知正文').fill(CORRECTABLE_NOTICE)
  await page.getByRole('button', { name: '比较', exact: true }).click()
  await page.getByRole('row', { name: /一\.2/ }).getByText('起草科室确认：按件计').waitFor()
  expect(complaints).toEqual([])
  await done()
})

test('a correction of a text that was changed since is told, and nothing is adopted over it', async () => {
  const { page, complaints, done } = await atNewNotice()
  await reading(page, '1.2.1').getByRole('button', { name: /^改正/ }).click()
  await page.getByLabel('计量单位').fill('件')
  await page.getByLabel('理由').fill('按件计')
  await page.getByRole('button', { name: '改正这一句' }).click()
  await reading(page, '1.2.1').getByText('每件扣0.5分').first().waitFor()
  await page.getByRole('button', { name: '改正文' }).click()
  await page.getByLabel('通知正文').fill(CORRECTABLE_NOTICE.replace('扣0.5分', '扣0.6分'))
  await page.getByRole('button', { name: '编译', exact: true }).click()
  await page.getByRole('alert').getByText('1处改正与现在的正文对不上').waitFor()
  expect(await page.getByRole('button', { name: '采用这份细则' }).isDisabled()).toBe(true)
  expect(await accessibilityFaults(page)).toEqual([])
  await page.getByRole('alert').getByRole('button', { name: '撤回' }).click()
  await page.getByRole('alert').waitFor({ state: 'detached' })
  expect(await page.getByRole('button', { name: '采用这份细则' }).isEnabled()).toBe(true)
  expect(complaints).toEqual([])
  await done()
})

test('on a phone the form fits, by keyboard it opens and closes', async () => {
  const { page, complaints, done } = await atNewNotice({ width: 390, height: 844 })
  const opener = reading(page, '1.3.1').getByRole('button', { name: '改正一.3的读法' })
  await opener.press('Enter')
  await page.getByLabel('计量单位').waitFor()
  expect(await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0)
  expect(await accessibilityFaults(page)).toEqual([])
  await page.getByLabel('理由').press('Escape')
  await page.getByLabel('计量单位').waitFor({ state: 'detached' })
  await expect.poll(async () => page.evaluate<string>('document.activeElement.ariaLabel')).toBe('改正一.3的读法')
  expect(complaints).toEqual([])
  await done()
})
