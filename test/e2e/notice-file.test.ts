import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { setClock } from '../../src/adapters/clock/set-clock.ts'
import { timestamp } from '../../src/core/kernel/timestamp.ts'
import { scan } from '../documents/hostile/raw-pdf.ts'
import { noticeContent } from '../documents/incoming/notice-content.ts'
import { issueInWord } from '../documents/incoming/word-form.ts'
import { accessibilityFaults } from './check-accessible.ts'
import { addPerson, firstSignIn } from './found-office.ts'
import { openedInstallation } from './opened-demo.ts'
import { watchPage } from './watch-page.ts'

const NAME = 'qingpu-2021'
const PASSWORD = 'steelyard and 31 weights'
const { browser, served } = await openedInstallation(setClock(timestamp('2021-12-30T09:00:00+08:00')))

let page: Page
let complaints: readonly string[]
beforeAll(async () => {
  const administrator = await somebody('admin', served.oneTimePassword)
  await administrator.goto(`${served.address}/administration/people`)
  const oneTime = await addPerson(administrator, { username: 'assessor', name: '周考核', role: '考核员' })
  await administrator.context().close()
  page = await somebody('assessor', oneTime)
  complaints = watchPage(page, served.address)
})

async function somebody(username: string, oneTime: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 1000 }, locale: 'zh-CN' })
  const opened = await context.newPage()
  await firstSignIn(opened, served.address, username, { oneTime, own: PASSWORD })
  return opened
}

async function choose(name: string, content: Uint8Array) {
  await page
    .locator('.notices-acts input[type=file]')
    .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(content) })
}

test.each<[what: string, name: string, content: Uint8Array, says: string]>([
  [
    'a Word document that was cut off',
    '通知.docx',
    Buffer.from('PK\u0003\u0004 word/document.xml'),
    '已经损坏或不完整',
  ],
  ['a scan', '通知.pdf', scan(), '没有文字，只有图像'],
  ['an old Word document', '通知.doc', Buffer.from('d0cf11e0a1b11ae1', 'hex'), '旧版 Word/Excel（.doc、.xls）或 WPS'],
])('%s is refused in words beside the field', async (_what, name, content, says) => {
  await page.goto(`${served.address}/notices/new`)
  await choose(name, content)
  await page.getByRole('alert').getByText(says).waitFor()
  expect(await accessibilityFaults(page)).toEqual([])
})

test('a notice in Word is chosen, compiled, adopted, and says of a clause in which cell of which table it stands', async () => {
  const word = await issueInWord(noticeContent(NAME), { numbers: 'generated', rows: 'one an item' })
  await page.goto(`${served.address}/notices/new`)
  await choose('细则 2021.docx', word.content)
  await page.getByText(new RegExp(`^读成.*、${clauses()}句规则`)).waitFor()
  const place = word.places.get('3.4')
  const words = `表1第${place?.row}行第${place?.column}列`
  await page.locator('[id="read-3.4.1"]').getByText(words).waitFor()
  expect(await page.locator('.notices-text').textContent()).not.toContain('data-place')
  expect(await accessibilityFaults(page)).toEqual([])

  await page.reload()
  const source = page.getByRole('region', { name: '要编译的通知' })
  await source.getByText('细则 2021.docx').waitFor()
  await source.getByText('Word（.docx）').waitFor()
  await source.getByText(/1张表、\d+字/).waitFor()
  expect(await page.getByRole('textbox').count()).toBe(0)
  expect(await accessibilityFaults(page)).toEqual([])

  await page.getByRole('button', { name: '编译', exact: true }).click()
  await page.getByLabel('细则的名称').fill('from-word')
  await page.getByRole('button', { name: '采用这份细则' }).click()
  await page.getByRole('heading', { name: '细则已采用' }).waitFor()
  await page.getByLabel('考核的编号').fill('from-word')
  await page.getByLabel('从').fill('2021-01-01')
  await page.getByLabel('到').fill('2021-12-31')
  await page.getByLabel('参加考核的中心').fill('east 东街道')
  await page.getByRole('button', { name: '开启', exact: true }).click()
  await page.waitForURL(/assessments\/from-word\/notice/)
  await page.locator('[data-anchor="clause:3.4.1"]').click()
  await page.locator('.notice-panel').getByText(words).waitFor()
  expect(await accessibilityFaults(page)).toEqual([])
  expect(complaints).toEqual([])
})

function clauses(): number {
  const { sections } = JSON.parse(readFileSync(`notices/${NAME}/rubric.json`, 'utf8')) as {
    readonly sections: readonly { readonly criteria: readonly { readonly clauses: readonly unknown[] }[] }[]
  }
  return sections.flatMap(({ criteria }) => criteria.flatMap((one) => one.clauses)).length
}
