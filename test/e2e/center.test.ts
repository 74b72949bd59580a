import { expect, test } from 'vitest'
import { accessibilityFaults } from './check-accessible.ts'
import { openedDemo } from './opened-demo.ts'
import { signInAs } from './sign-in-as.ts'
import { watchPage } from './watch-page.ts'

const CENTER = 'zhujiajiao'

const { browser, demo } = await openedDemo()
const page = await signInAs(browser, demo, CENTER)
const complaints = watchPage(page, demo.address)

const PHOTO = {
  name: 'desk.png',
  mimeType: 'image/png',
  // One transparent dot.
  buffer: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
}

test('a center lands on its own page: what is settled, what waits with its days, where points were lost', async () => {
  await page.waitForURL(`${demo.address}/assessments/2021/center`)
  await page.getByRole('heading', { level: 1, name: '朱家角镇' }).waitFor()
  const lead = await page.locator('.center .lead').first().innerText()
  expect(lead).toMatch(/^已定.*分，扣过\d+处；还有\d+处未定，最终会在.*分之间。/)
  expect(lead).not.toMatch(/名次|第\d/)
  await page.locator('.center-turn > li').first().waitFor()
  expect(await page.locator('.center-turn .lamp').first().innerText()).toMatch(/剩\d+日|今日止|逾\d+日/)
  await page.locator('.center-lost li').first().waitFor()
  const links = page.locator('.center-lost li a')
  expect(await links.first().getAttribute('href')).toContain('/assessments/2021/findings/')
  expect(await accessibilityFaults(page)).toEqual([])
  expect(await page.title()).toBe('本中心 · 明衡')
})

test('a finding is contested with a photo, and no longer waits for a reply', async () => {
  const due = page.locator('.center-turn > li').filter({ hasText: '答复' })
  const before = await due.count()
  await due.first().getByRole('button', { name: '答复' }).click()
  await due
    .first()
    .getByRole('radio', { name: /^有异议/ })
    .check()
  await due.first().getByLabel('哪里不符，为什么').fill('当日值守人员在岗，签到簿可查。')
  await due.first().locator('input[type=file]').setInputFiles(PHOTO)
  await due.first().getByText('服务器已收齐，摘要一致').waitFor()
  await due.first().getByLabel('desk.png说明什么').fill('当日窗口照片')
  await due.first().getByRole('button', { name: '提出异议' }).click()
  await page.getByText('已答复：有异议。').waitFor({ state: 'attached' })
  await expect.poll(() => due.count()).toBe(before - 1)
})

test('an appeal has its objections one by one', async () => {
  const row = page.locator('.center-turn > li').filter({ hasText: '可申诉' }).first()
  const matter = await row.getByRole('link').innerText()
  await row.getByRole('button', { name: '申诉' }).click()
  await row.getByLabel('第1条理由').fill('当日系统升级，市级平台有公告。')
  await row.getByRole('button', { name: '再加一条理由' }).click()
  await row.getByLabel('第2条理由').fill('同一件事已经扣过。')
  // A tab that is closed costs no word.
  await page.reload()
  await row.getByRole('button', { name: '申诉' }).click()
  await expect.poll(() => row.getByLabel('第2条理由').inputValue()).toBe('同一件事已经扣过。')
  await row.getByRole('button', { name: '提出申诉' }).click()
  const open = page.locator('#center-open tr').filter({ hasText: matter }).filter({ hasText: '等复核' })
  await open.getByRole('link').click()
  await page.waitForURL(/\/findings\//)
  await page.locator('.finding-objections li').nth(1).waitFor()
  expect(await page.locator('.finding-objections li').allInnerTexts()).toEqual([
    '当日系统升级，市级平台有公告。',
    '同一件事已经扣过。',
  ])
  await page.goto(`${demo.address}/assessments/2021/center`)
})

test('a bonus is applied for and stands among the own applications', async () => {
  await page.getByRole('button', { name: '申报加分' }).click()
  const form = page.locator('#center-bonuses form')
  await form.getByRole('combobox', { name: '通知的哪一款' }).click()
  await page.keyboard.press('Enter')
  await form.getByLabel('日期').fill('2021-09-10')
  await page.keyboard.press('Enter')
  await form.getByLabel('做了什么、成效、谁认定的').fill('帮办服务被区里推广。')
  await page.reload()
  await page.getByRole('button', { name: '申报加分' }).click()
  await expect.poll(() => form.getByLabel('做了什么、成效、谁认定的').inputValue()).toBe('帮办服务被区里推广。')
  expect(await form.getByLabel('日期').inputValue()).toBe('2021-09-10')
  await form.getByRole('button', { name: '提交申报' }).click()
  const row = page.locator('#center-bonuses tbody tr').filter({ hasText: '帮办服务被区里推广。' })
  await row.waitFor()
  expect(await row.locator('.mk').innerText()).toBe('等审定')
})

test('own marks stand beside the office’s, and a mark beyond the criterion’s points is not sent', async () => {
  await page.getByRole('button', { name: /自评$/ }).first().click()
  const mark = page.locator('#center-marks fieldset').first().getByRole('textbox').first()
  await mark.fill('999')
  await page.getByText('超过了这一项的分值').waitFor()
  const send = page.getByRole('button', { name: /提交\d+项自评/ })
  expect(await send.isDisabled()).toBe(true)
  await mark.fill('0.5')
  await send.click()
  await page.locator('.center-marks .section').first().waitFor()
  const [own, office, difference] = await page.locator('.center-marks .section').first().locator('td').allInnerTexts()
  expect([own, office, difference].every((words) => words !== undefined && words !== '')).toBe(true)
})

test('the own part is downloaded, with the command that verifies it', async () => {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: '下载本中心的证明文件' }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(/\.jsonl$/)
  await page.getByText(/mingheng verify 2021-zhujiajiao\.jsonl --code/).waitFor()
  expect(complaints).toEqual([])
})

test('on a phone the page is no wider than the phone', async () => {
  const phone = await signInAs(browser, demo, CENTER, { viewport: { width: 360, height: 740 }, hasTouch: true })
  await phone.goto(`${demo.address}/assessments/2021/center`)
  await phone.locator('.center-lost li').first().waitFor()
  expect(await phone.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360)
  expect(await accessibilityFaults(phone)).toEqual([])
  await phone.context().close()
})
