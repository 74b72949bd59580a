import { expect, test } from 'vitest'
import { runHere } from '../cli/run-here.ts'
import { accessibilityFaults } from './check-accessible.ts'
import { openedDemo } from './opened-demo.ts'
import { signInAs } from './sign-in-as.ts'
import { watchPage } from './watch-page.ts'

const { browser, demo } = await openedDemo()
const page = await signInAs(browser, demo, 'admin')
const complaints = watchPage(page, demo.address)

const to = (tab: string) => `${demo.address}/administration/${tab}`

test('a person is found, added with a password that is shown once, and disabled', async () => {
  await page.goto(to('people'))
  await page.getByRole('cell', { name: 'auditor' }).waitFor()
  expect(await accessibilityFaults(page)).toEqual([])
  await page.getByLabel('找姓名或用户名').fill('检查')
  await expect.poll(() => page.locator('.administration tbody tr').count()).toBe(2)
  await page.getByLabel('找姓名或用户名').fill('')
  await page.getByRole('button', { name: '添加人员' }).click()
  await page.getByLabel('姓名', { exact: true }).fill('朱家角新人')
  await page.getByLabel('用户名', { exact: true }).fill('newcomer')
  await page.getByRole('checkbox', { name: '街镇中心' }).check()
  await page.getByRole('combobox', { name: '所属中心' }).click()
  await page.keyboard.type('朱家角')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: '添加', exact: true }).click()
  await page.getByText('newcomer的一次性密码').waitFor()
  expect(await page.locator('.administration-once .code').innerText()).toMatch(/\S{8,}/)
  await page.getByRole('button', { name: '已记下，收起' }).click()
  await page.locator('.administration-once').waitFor({ state: 'detached' })
  await page.getByRole('button', { name: '管理朱家角新人' }).click()
  await page.getByRole('button', { name: '停用' }).click()
  await page.locator('.ant-popconfirm').getByRole('button', { name: '停用' }).click()
  await page.getByText('现在停用，不能登录。').waitFor()
  expect(await accessibilityFaults(page)).toEqual([])
})

test('a calendar is drawn before it is kept, and kept under its name', async () => {
  await page.goto(to('calendars'))
  await page.locator('.administration-year').first().waitFor()
  await page.getByRole('button', { name: '存入一版日历' }).click()
  await page.getByLabel('版本名').fill('试行〔2023〕1号')
  await page.getByLabel('休息日和调休上班日').fill('2023-01-02,休\n2023-01-28,班\n2023-01-30,假期')
  await page.getByText('第几行要写“休”或“班”： 3: 假期').waitFor()
  await page.getByLabel('休息日和调休上班日').fill('2023-01-02,休\n2023-01-28,班')
  await page.getByText('2023年：平日休息1天，周末上班1天').waitFor()
  await page.getByRole('button', { name: '存入', exact: true }).click()
  await page.getByRole('heading', { level: 3, name: /试行〔2023〕1号/ }).waitFor()
  expect(await accessibilityFaults(page)).toEqual([])
})

test('on a phone a year scrolls within the page, which is no wider than the phone', async () => {
  const desk = page.viewportSize()
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto(to('calendars'))
  await page.locator('.administration-year').first().waitFor()
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390)
  if (desk !== null) await page.setViewportSize(desk)
})

test('the district has its name and rule, and the centers are those of its assessments', async () => {
  await page.goto(to('district'))
  await page.getByLabel('本区名称').fill('演示一区')
  await page.getByRole('button', { name: '保存' }).click()
  await page.locator('.mast').getByText('演示一区').waitFor()
  await page.locator('.administration-enrolled li').filter({ hasText: '朱家角镇' }).first().waitFor()
  expect(await accessibilityFaults(page)).toEqual([])
})

test('a chain is verified whole up to its head, and backups are told with their command', async () => {
  await page.goto(to('chain'))
  await page.getByRole('button', { name: '核验2021', exact: true }).click()
  await page.getByText(/^完整：\d+条逐条相符。/).waitFor()
  expect(await page.locator('.administration-chains .code').innerText()).toMatch(/^[0-9a-f]{64}$/)
  await page.getByText('mingheng backup 目标文件夹', { exact: true }).waitFor()
  expect(await accessibilityFaults(page)).toEqual([])
  expect(complaints).toEqual([])
})

test('an auditor reads the access log, the newest first, page by page; an administrator has no such tab', async () => {
  expect(await page.getByRole('link', { name: '访问日志' }).count()).toBe(0)
  const auditor = await signInAs(browser, demo, 'auditor')
  await auditor.goto(to('access-log'))
  const times = auditor.locator('.administration tbody tr td:first-child')
  await times.first().waitFor()
  const shown = await times.allInnerTexts()
  expect(shown).toEqual(shown.toSorted().toReversed())
  await auditor.getByRole('button', { name: '更早的' }).click()
  await auditor.getByText('第2页').waitFor()
  await expect.poll(() => times.first().innerText()).not.toBe(shown[0])
  expect(await accessibilityFaults(auditor)).toEqual([])
  await auditor.context().close()
})

test('use is shown without quotas; with them what is nearly full and full is told where an administrator begins', async () => {
  await page.goto(to('quotas'))
  await page.getByText('本区没有设配额').waitFor()
  const rows = page.locator('.quotas > li')
  expect(await rows.allInnerTexts()).toEqual([
    expect.stringMatching(/^在用的账号\s+已用20人\s*不限$/),
    expect.stringMatching(/^考核\s+已用2个\s*不限$/),
    expect.stringMatching(/^证据\s+已用[\d.]+\sMB\s*不限\s+截至\d{4}-/),
    expect.stringMatching(/^记录\s+已用\d+\s\d{3}条\s*不限$/),
  ])
  const given = ['--people', '24', '--assessments', '2', '--evidence-gb', '5', '--data', demo.dataFolder]
  expect(await runHere(['district', 'quota', demo.district, ...given])).toMatchObject({ code: 0 })
  await page.goto(`${demo.address}/administration`)
  await page.getByText('在用的账号的配额已用83%；考核的配额已满，新的不再接收。').waitFor()
  expect(await accessibilityFaults(page)).toEqual([])
  await page.getByRole('link', { name: '看用量与配额' }).press('Enter')
  await rows.filter({ hasText: '还能添加4人。' }).getByText('将满').waitFor()
  await rows
    .filter({ hasText: `mingheng district quota ${demo.district} --assessments` })
    .getByText('已满')
    .waitFor()
  expect(await page.getByRole('meter', { name: '在用的账号' }).getAttribute('aria-valuetext')).toBe('用了83%')
  expect(await page.getByRole('meter').count()).toBe(3)
  expect(await page.locator('.quotas-news').count()).toBe(0)
  await page.setViewportSize({ width: 390, height: 844 })
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390)
  expect(await accessibilityFaults(page)).toEqual([])
  expect(complaints).toEqual([])
})
