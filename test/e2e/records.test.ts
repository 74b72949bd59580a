import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { encodeGb } from '../../src/adapters/source-exports/gb-encoder.ts'
import { accessibilityFaults } from './check-accessible.ts'
import { openedDemo } from './opened-demo.ts'
import { signInAs } from './sign-in-as.ts'
import { watchPage } from './watch-page.ts'

/** A clerk's way from a file nobody knows to a suspicion; each test goes on where the last one ended. */

const { browser, demo } = await openedDemo()
const records = `${demo.address}/assessments/2021/records`
const page = await signInAs(browser, demo, 'clerk', { acceptDownloads: true })
const complaints = watchPage(page, demo.address)

const HEADER = '评价编号,被评中心,评价渠道,满意度代码,评价时间,评价次数,核实结果,评价人,窗口小票'
const ROWS = [
  'N1,夏阳街道,短信,2,2021-10-18 09:30:00,1,属实,张小明,甲',
  'N2,夏阳街道,短信,1,2021-02-30 10:00:00,1,,李四,乙',
  'N3,盈浦分中心,短信,1,2021-10-19 11:00:00,1,,王五,丙',
]
const EXPORT = encodeGb([HEADER, ...ROWS, ''].join('\r\n'))

test('a file of an unknown source goes up in GBK over a line that breaks, and is shown as what it is', async () => {
  let broken = 0
  await page.route('**/api/v1/record-files/*?offset=*', async (route) => {
    broken += 1
    await (broken === 1 ? route.abort('connectionreset') : route.continue())
  })
  await page.goto(`${records}/import`)
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: '评价系统10月.csv', mimeType: 'text/csv', buffer: EXPORT })
  await page.getByRole('heading', { name: '评价系统10月.csv' }).waitFor()
  await page.getByText('gb18030').waitFor()
  await page.getByRole('columnheader', { name: '满意度代码' }).waitFor()
  await page.getByText('都不合这个表头').waitFor()
  expect(broken).toBe(2)
})

test('what the file cannot prove must be said: digits, strange centers, columns left out', async () => {
  await page.getByLabel('来源系统').fill('评价系统')
  await page.getByRole('button', { name: '拟一个方案' }).click()
  await page.getByText('还有4处要您写明').waitFor()
  expect(await accessibilityFaults(page)).toEqual([])
  expect(await page.getByRole('button', { name: '逐行核对' }).isDisabled()).toBe(true)
  await page.getByLabel('满意度 “1”的意思').selectOption('非常满意')
  await page.getByLabel('满意度 “2”的意思').selectOption('不满意')
  await page.reload()
  await page.getByLabel('被评中心 “盈浦分中心”的意思').selectOption('盈浦街道')
  await page.getByLabel('确认不需要这些列').check()
  await page.getByText('都写明了').waitFor()
  expect(await page.getByLabel('评价人：个人信息').inputValue()).toBe('mask')
})

test('a check tells the faulty row by its place and what to do, and shows the others masked', async () => {
  await page.getByRole('button', { name: '逐行核对' }).click()
  const fault = page.getByRole('group', { name: '错在哪里' }).getByRole('row').nth(1)
  await fault.waitFor()
  expect(await fault.getByRole('cell').allInnerTexts()).toEqual([
    '3',
    '评价时间',
    '2021-02-30 10:00:00',
    expect.stringContaining('不是日期') as string,
    expect.stringContaining('应写成') as string,
  ])
  await page.getByRole('group', { name: '导入后的样子' }).getByText('张**').waitFor()
  expect(await page.getByText('张小明').count()).toBe(1)
})

test('imported as it is, the file is sent back, whole; the corrected error file goes in by the same profile', async () => {
  await page.getByRole('button', { name: '照这样导入，取得错误文件' }).click()
  await page.waitForURL(/\/records\/import\/jobs\//)
  await page.getByText('一行也没有导入').waitFor()
  await page.getByRole('cell', { name: '2021-02-30 10:00:00', exact: true }).waitFor()
  expect(await accessibilityFaults(page)).toEqual([])
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: '下载错误文件' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('评价系统10月-错误.csv')
  const errors = await readFile(await download.path(), 'utf8')
  expect(errors).toContain('N2')
  expect(errors).not.toContain('N1')
  await page.locator('input[type=file]').setInputFiles({
    name: '评价系统10月-改.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(errors.replaceAll('2021-02-30', '2021-10-20')),
  })
  await page.getByText('这是错误文件').waitFor()
  await page.getByRole('button', { name: '逐行核对' }).click()
  await page.getByRole('paragraph').filter({ hasText: '都没有错' }).waitFor()
  await page.getByRole('button', { name: '导入', exact: true }).click()
  await page.getByText('导入了 3 行：新增 3 条').waitFor()
  await page.reload()
  await page.getByText('导入了 3 行：新增 3 条').waitFor()
})

test('the calendar picture has the new month, and the record opens in all its versions', async () => {
  await page.getByRole('link', { name: '看现有的记录' }).click()
  const row = page.getByRole('row', { name: /^好差评/ })
  await row.waitFor()
  const months = await page
    .locator('.rec-calendar abbr')
    .evaluateAll((all) => all.map((one) => one.getAttribute('title')))
  expect(await row.getByRole('cell').nth(months.indexOf('2021-10')).innerText()).toBe('3')
  await page.getByText('好差评2021-11没有记录').waitFor({ state: 'attached' })
  expect(await accessibilityFaults(page)).toEqual([])
  await page.getByLabel('数据', { exact: true }).selectOption('好差评')
  await page.getByLabel('来源/编号').fill('评价系统/N1')
  await page.getByRole('button', { name: '打开' }).click()
  await page
    .getByRole('row', { name: /不满意|dissatisfied/ })
    .first()
    .waitFor()
})

test('a run of all detections raises what the new record shows, and leads whoever reads findings to its clause', async () => {
  await page.getByRole('navigation', { name: '记录的各页' }).getByRole('link', { name: '运行' }).click()
  await page.getByRole('button', { name: '运行全部检测' }).click()
  await page.waitForURL(/\/records\/runs\//)
  const line = page.getByRole('row', { name: /经核实属实的差评/ })
  await line.waitFor()
  expect(await line.getByRole('rowheader').innerText()).toBe('经核实属实的差评')
  expect((await line.getByRole('cell').allInnerTexts()).slice(0, 2)).toEqual(['10.3.1', '1'])
  expect(await line.getByRole('link').count()).toBe(0)
  expect(await accessibilityFaults(page)).toEqual([])
  const assessor = await signInAs(browser, demo, 'assessor-1')
  await assessor.goto(page.url())
  const link = assessor.getByRole('row', { name: /经核实属实的差评/ }).getByRole('link')
  expect(await link.getAttribute('href')).toBe('/assessments/2021/findings?clause=10.3.1&standing=suspected')
  await assessor.context().close()
})

test('detections show their SQL and the grounds of their numbers; every clause has a feed', async () => {
  await page.goto(`${records}/detections`)
  const entry = page.locator('#poor-rating-substantiated')
  await entry.getByText('poor_stars').first().waitFor()
  await entry.getByText('SQL原文').click()
  await entry.getByText('AND satisfaction_rank <= :poor_stars').waitFor()
  expect(await page.getByRole('heading', { name: '采用检测' }).count()).toBe(0)
  expect(await accessibilityFaults(page)).toEqual([])
  await page.goto(`${records}/coverage`)
  await page.getByText('51款都有来源').waitFor()
  expect(await accessibilityFaults(page)).toEqual([])
  expect(complaints).toEqual([])
})

test('an assessor adopts detections; what is wrong with a file is told in place, and a leader only reads', async () => {
  const assessor = await signInAs(browser, demo, 'assessor-1')
  await assessor.goto(`${records}/detections`)
  const chosen = assessor.locator('input[type=file][accept=".sql"]')
  const sql = (text: string) => ({ name: 'strange.sql', mimeType: 'text/plain', buffer: Buffer.from(text) })
  await chosen.setInputFiles(sql('-- 条款：99.9.9\nSELECT 1'))
  await assessor.getByRole('button', { name: '采用' }).click()
  await assessor.getByRole('alert').getByText('strange').first().waitFor()
  await assessor.goto(`${records}/import`)
  await assessor.getByRole('heading', { name: '导入过的' }).waitFor()
  expect(await assessor.locator('input[type=file]').count()).toBe(0)
  await assessor.goto(`${records}/runs`)
  await assessor.getByRole('heading', { name: '运行过的' }).waitFor()
  expect(await assessor.getByRole('button', { name: '运行全部检测' }).count()).toBe(0)
})

test('an assessor retires a detection with the reason: its clause loses the feed, until it is adopted again', async () => {
  const assessor = await signInAs(browser, demo, 'assessor-1')
  const heard = watchPage(assessor, demo.address)
  await assessor.goto(`${records}/detections`)
  const entry = assessor.locator('#poor-rating-substantiated')
  await entry.getByRole('button', { name: '停用' }).click()
  await entry.getByRole('button', { name: '停用这项检测' }).click()
  await entry.getByText('请写明停用的理由').waitFor()
  expect(await accessibilityFaults(assessor)).toEqual([])
  await entry.getByLabel('停用的理由').fill('差评改由人工复核')
  await entry.getByRole('button', { name: '停用这项检测' }).click()
  await entry.getByText('差评改由人工复核').waitFor()
  await assessor.getByText('另有1项在本考核停用').waitFor()
  expect(await accessibilityFaults(assessor)).toEqual([])
  await assessor.goto(`${demo.address}/assessments/2021/findings?clause=10.3.1&standing=withdrawn`)
  await assessor
    .getByRole('row', { name: /10\.3\.1/ })
    .first()
    .waitFor()
  await assessor.goto(`${records}/coverage`)
  const line = assessor.getByRole('row').filter({ has: assessor.getByRole('cell', { name: '10.3.1', exact: true }) })
  await line.waitFor()
  expect(await line.getByText('经核实属实的差评').count()).toBe(0)
  await assessor.goto(`${records}/detections`)
  await entry.getByRole('button', { name: '重新采用' }).click()
  await entry.getByRole('button', { name: '停用' }).waitFor()
  await assessor.goto(`${records}/coverage`)
  await line.getByText('经核实属实的差评').waitFor()
  expect(heard).toEqual([])
  await assessor.context().close()
})

test('an upload whose page was closed goes on from where it stood, with the same file and no other', async () => {
  await page.unroute('**/api/v1/record-files/*?offset=*')
  let arrived = 0
  await page.route('**/api/v1/record-files/*?offset=*', async (route) => {
    arrived += 1
    await (arrived === 1 ? route.continue() : route.abort('connectionreset'))
  })
  const buffer = Buffer.concat([Buffer.from(`${HEADER}\r\n`), Buffer.alloc(700_000, 'x')])
  await page.goto(`${records}/import`)
  await page.locator('input[type=file]').setInputFiles({ name: 'large.csv', mimeType: 'text/csv', buffer })
  await page.getByText('连不上服务器').waitFor()
  const address = page.url()
  // Left before it is closed: a browser that closes a page lets what it holds up for a test through.
  await page.goto('about:blank')
  await page.close()
  const again = await page.context().newPage()
  await again.goto(address)
  await again.getByText('停下了').waitFor()
  const file = again.locator('input[type=file]')
  await file.setInputFiles({ name: 'large.csv', mimeType: 'text/csv', buffer: buffer.subarray(1) })
  await again.getByRole('alert').getByText('不是同一个文件').waitFor()
  const offsets: string[] = []
  again.on('request', (request) => offsets.push(...(/offset=(\d+)/.exec(request.url())?.slice(1) ?? [])))
  await file.setInputFiles({ name: 'large.csv', mimeType: 'text/csv', buffer })
  await again.getByText('gb18030').or(again.getByText('utf-8')).or(again.getByRole('alert')).first().waitFor()
  expect(offsets).toEqual(['524288'])
})
