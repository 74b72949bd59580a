import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { accessibilityFaults } from './check-accessible.ts'
import { openedDemo } from './opened-demo.ts'
import { signInAs } from './sign-in-as.ts'
import { watchPage } from './watch-page.ts'

const source = readFileSync(new URL('../../notices/qingpu-2021/notice.txt', import.meta.url), 'utf8')

const { browser, demo } = await openedDemo()

async function atNotice(username: string, viewport = { width: 1440, height: 1000 }) {
  const page = await signInAs(browser, demo, username, { viewport, locale: 'zh-CN' })
  const complaints = watchPage(page, demo.address)
  await page.goto(`${demo.address}/assessments/2021/notice`)
  await page.locator('.notice-paper').waitFor()
  return { page, complaints, done: () => page.context().close() }
}

/** The document's words without what stands between them: blanks and the numbers of questions. */
async function wordsOf(page: Page): Promise<string> {
  const words = await page.evaluate<string>(`(() => {
    const copy = document.querySelector('.notice-paper').cloneNode(true)
    for (const number of copy.querySelectorAll('.notice-asked')) number.remove()
    return copy.textContent
  })()`)
  return words.replaceAll(/\s/g, '')
}

test('the notice stands as it was adopted, and each phrase opens to its clause', async () => {
  const { page, complaints, done } = await atNotice('assessor-1')
  const printed = source.replaceAll(/<[^>]+>|[#*\s]|^---$/gm, '').replaceAll('---', '')
  expect(await wordsOf(page)).toBe(printed)
  expect(await page.locator('.notice-phrase[role=button]').count()).toBe(51)

  const phrase = page.locator('[data-anchor="clause:5.2.1"]')
  await phrase.focus()
  await page.keyboard.press('Enter')
  const panel = page.getByRole('region', { name: '五.2的读法' })
  await panel.getByText('1–3').first().waitFor()
  await panel.getByText('全年无休').first().waitFor()
  await panel.getByText('本次考核').waitFor()
  expect(page.url()).toContain('clause=5.2.1')
  const [at, stands] = [await phrase.boundingBox(), await panel.boundingBox()]
  expect(Math.abs((at?.y ?? 0) - 24 - (stands?.y ?? 0))).toBeLessThan(24)
  expect(stands?.x).toBeGreaterThan((at?.x ?? 0) + (at?.width ?? 0))
  expect(await accessibilityFaults(page)).toEqual([])
  await page.keyboard.press('Escape')
  await panel.waitFor({ state: 'detached' })
  await expect.poll(async () => page.evaluate<string>('document.activeElement.dataset.anchor')).toBe('clause:5.2.1')
  expect(complaints).toEqual([])
  await done()
})

test('an open question says what each reading would change, and is answered where it stands', async () => {
  const { page, complaints, done } = await atNotice('assessor-1')
  const note = page.locator('[data-note="7.3/once-or-per-occurrence"]')
  await note
    .getByRole('row')
    .first()
    .getByText(/区间|不变|[+−]\d/)
    .waitFor()
  const tops = await page.locator('.notice-note').evaluateAll((notes) =>
    notes
      .map((one) => one.getBoundingClientRect())
      .map(({ top, bottom }) => [top, bottom] as const)
      .sort((a, b) => a[0] - b[0]),
  )
  for (const [place, [top]] of tops.entries()) expect(top).toBeGreaterThanOrEqual(tops[place - 1]?.[1] ?? 0)
  await note.getByRole('button', { name: '答复' }).click()
  await note.getByRole('button', { name: '定为口径' }).click()
  await note.getByText('请选一种理解。').waitFor()
  await note.getByLabel('甲 整个周期只扣一回').check()
  await note.getByLabel('理由').fill('年初已说明，合并定一次')
  await note.getByRole('button', { name: '定为口径' }).click()
  await note.getByText('K-08').waitFor()
  await note.getByText('考核员一').waitFor()
  await note.getByText('年初已说明，合并定一次').waitFor()
  expect(complaints).toEqual([])
  await done()
})

test('on a phone a phrase opens a drawer, and nothing is wider than the window', async () => {
  const { page, complaints, done } = await atNotice('xiayang', { width: 390, height: 844 })
  await page.locator('[data-anchor="clause:2.4.1"]').click()
  await page.getByRole('dialog').getByText('1–3').first().waitFor()
  expect(await page.getByRole('dialog').getByRole('button', { name: '答复' }).count()).toBe(0)
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  expect(await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0)
  expect(await accessibilityFaults(page)).toEqual([])
  expect(complaints).toEqual([])
  await done()
})

test('a notice is pasted, read in the browser, adopted, and an assessment opened over it', async () => {
  const { page, complaints, done } = await atNotice('assessor-1')
  await page.getByRole('link', { name: '编译新通知' }).click()
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: '通知.docx', mimeType: '', buffer: Buffer.from('PK\u0003\u0004 word/document.xml') })
  await page.getByRole('alert').getByText('已经损坏或不完整').waitFor()
  await page.getByLabel('通知正文').fill(source.replace('2021年考核', '2022年考核').replace('每次扣1分', '每次扣2分'))
  await page.getByRole('button', { name: '编译', exact: true }).click()
  await page.getByText('读成10个部分、51句规则').waitFor()
  await page.locator('#read-5\\.2\\.1 .reading-clause').click()
  await page.locator('[data-anchor="clause:5.2.1"].is-on').waitFor()
  await page.locator('[data-anchor="clause:6.1.1"]').click()
  await page.locator('#read-6\\.1\\.1.is-on').waitFor()
  expect(await accessibilityFaults(page)).toEqual([])
  await page.getByLabel('细则的名称').fill('centers-2022')
  await page.getByRole('button', { name: '采用这份细则' }).click()
  await page.getByRole('heading', { name: '细则已采用' }).waitFor()
  await page.getByLabel('考核的编号').fill('2022')
  await page.getByLabel('从').fill('2022-01-01')
  await page.getByLabel('到').fill('2022-12-31')
  await page.getByLabel('参加考核的中心').fill('east 东街道\nwest')
  await page.getByRole('button', { name: '开启', exact: true }).click()
  await page.getByText('这一行不是“编号 名称”：west').waitFor()
  await page.getByLabel('参加考核的中心').fill('east 东街道\nwest 西街道')
  await page.getByRole('button', { name: '开启', exact: true }).click()
  await page.waitForURL(/assessments\/2022\/notice/)
  await page.getByText('细则centers-2022').waitFor()
  expect(complaints).toEqual([])
  await done()
})

test('two versions are compared: an adopted one with a pasted one', async () => {
  const { page, complaints, done } = await atNotice('assessor-1')
  await page.getByRole('link', { name: '与其他版本比较' }).click()
  const changed = source.replace('每次扣1分', '每次扣2分').replace('(8分)', '(10分)')
  await page.getByLabel('或贴入通知正文').fill(changed)
  await page.getByRole('button', { name: '比较', exact: true }).click()
  await page.getByText('有2处不同。价格改变2').waitFor()
  await page.getByRole('row', { name: /三\.1/ }).getByText('每次扣2分').first().waitFor()
  expect(await accessibilityFaults(page)).toEqual([])
  expect(complaints).toEqual([])
  await done()
})
