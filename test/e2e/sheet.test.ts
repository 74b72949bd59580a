import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { accessibilityFaults } from './check-accessible.ts'
import { openedDemo } from './opened-demo.ts'
import { signInAs } from './sign-in-as.ts'
import { watchPage } from './watch-page.ts'

const CENTER = 'zhujiajiao'

const { browser, demo } = await openedDemo()
const assessor = await signInAs(browser, demo, 'assessor-1')
const complaints = watchPage(assessor, demo.address)

const sheetOf = (centerId: string, rest = '', assessmentId = '2021') =>
  `${demo.address}/assessments/${assessmentId}/sheets/${centerId}${rest}`

interface ListedFindings {
  readonly findings: readonly {
    readonly finding: {
      readonly centerId: string
      readonly clauseId: string
      readonly standing: string
      readonly evidence: readonly object[]
      readonly records: readonly string[]
    }
  }[]
  readonly next: string | null
}

/** Those alone whose clause is the one that they were reported under: nothing was decided yet. */
async function allFindings(): Promise<ListedFindings['findings']> {
  const found: ListedFindings['findings'][number][] = []
  for (let next: string | null = ''; next !== null;) {
    const query = next === '' ? '' : `&cursor=${next}`
    const url = `${demo.address}/api/v1/assessments/2021/findings?limit=100${query}`
    const page = (await (await assessor.request.get(url)).json()) as ListedFindings
    found.push(...page.findings)
    next = page.next
  }
  return found.filter(({ finding }) => ['suspected', 'reported', 'notified'].includes(finding.standing))
}

async function openSheet(page: Page, rest = '', assessmentId = '2021'): Promise<void> {
  await page.goto(sheetOf(CENTER, rest, assessmentId))
  await page.locator('.official .total').waitFor()
  await page.getByRole('heading', { name: '合计是怎么来的' }).waitFor()
}

test('from the list of centers to a sheet that holds every sentence, and no margin that is left empty', async () => {
  await assessor.goto(`${demo.address}/assessments/2021/sheets`)
  const row = assessor.getByRole('row').filter({ hasText: '朱家角镇' })
  await row.waitFor()
  expect(await accessibilityFaults(assessor)).toEqual([])
  await row.getByRole('link').click()
  await assessor.getByRole('heading', { level: 1, name: '朱家角镇' }).waitFor()
  await assessor.locator('.official .crit li').first().waitFor()
  expect(await assessor.locator('.official .crit li').count()).toBe(42)
  await assessor
    .getByText(/数据查到|尚未检查/)
    .first()
    .waitFor()
  const margins = async () => assessor.locator('.official .res').allInnerTexts()
  await expect.poll(async () => (await margins()).filter((words) => words.trim() === '')).toEqual([])
  expect(await assessor.title()).toBe('朱家角镇 得分表 · 明衡')
})

test('a term opens the chain of its clause down to the decision, has its address, and closes', async () => {
  await openSheet(assessor)
  const term = assessor.locator('.eq a.t').first()
  const clauseId = new URL(String(await term.getAttribute('href')), demo.address).hash.slice(1)
  await term.click()
  const chain = assessor.locator('.openrow')
  await chain.getByText('查实', { exact: true }).first().waitFor()
  await chain.getByText(/^读作/).waitFor()
  expect(await chain.locator('blockquote').innerText()).toMatch(/扣.*分/)
  expect(await chain.locator('td.k2').getByRole('link').first().getAttribute('href')).toContain('/findings/')
  expect(await accessibilityFaults(assessor)).toEqual([])
  await openSheet(assessor, `#${clauseId}`)
  await chain.getByText('查实', { exact: true }).first().waitFor()
  await chain.getByRole('link', { name: '收起' }).click()
  await chain.waitFor({ state: 'detached' })
})

test('a chain shows the photos of a finding, and its records to who may open them', async () => {
  const findings = await allFindings()
  const shown = findings.find(({ finding }) => finding.evidence.length > 0)?.finding
  const recorded = findings.find(({ finding }) => finding.records.length > 0)?.finding
  if (shown === undefined || recorded === undefined) throw new Error('the demonstration has no photo or no record')
  await assessor.goto(sheetOf(shown.centerId, `#${shown.clauseId}`))
  const photo = assessor.locator('.openrow .thumb img').first()
  await photo.scrollIntoViewIfNeeded()
  await expect
    .poll(async () => photo.evaluate((image) => (image as unknown as { naturalWidth: number }).naturalWidth))
    .toBeGreaterThan(0)
  await assessor.getByText(/^摘要/).first().waitFor()
  await assessor.goto(sheetOf(recorded.centerId, `#${recorded.clauseId}`))
  await assessor
    .getByRole('button', { name: /条记录/ })
    .first()
    .click()
  await assessor.locator('.case-records dt').filter({ hasText: '所属中心' }).first().waitFor()
})

test('both handles move the sheet by the keyboard, and the address can be shared', async () => {
  await openSheet(assessor)
  const happened = assessor.getByRole('slider', { name: '事发截至' })
  const today = String(await happened.getAttribute('aria-valuetext'))
  await happened.focus()
  await happened.press('PageDown')
  await assessor.waitForURL(/occurredBy=/)
  await assessor.getByText('这是按所选两个时点重算').waitFor()
  await expect.poll(async () => happened.getAttribute('aria-valuetext')).not.toBe(today)
  const known = assessor.getByRole('slider', { name: '决定截至' })
  await known.focus()
  await known.press('Home')
  await known.press('PageUp')
  // Whoever goes on while the sheet is computed goes on from there.
  await assessor.waitForURL(/knownBy=2021-01-31/)
  await known.press('PageUp')
  await assessor.waitForURL(/knownBy=2021-03-02/)
  await assessor.getByText('没有核对码').waitFor()
  await assessor.getByRole('link', { name: '回到现在' }).click()
  await assessor.getByText('这是按所选两个时点重算').waitFor({ state: 'detached' })
  await expect.poll(() => new URL(assessor.url()).search).toBe('')
})

test('a handle is drawn with the pointer too', async () => {
  await openSheet(assessor)
  const handle = assessor.getByRole('slider', { name: '决定截至' })
  await handle.scrollIntoViewIfNeeded()
  // Only where it stands still: what comes in above it moves it.
  await handle.hover()
  const box = await handle.boundingBox()
  if (box === null) throw new Error('the handle is not there')
  await assessor.mouse.down()
  await assessor.mouse.move(box.x - 200, box.y + box.height / 2, { steps: 4 })
  await assessor.mouse.up()
  await assessor.waitForURL(/knownBy=2021-0[5-9]/)
})

test('beside an earlier day the old figures stand struck before the new ones', async () => {
  await openSheet(assessor, '?since=2021-06-30')
  await assessor.getByText('划去的是2021-06-30的数').waitFor()
  const total = assessor.locator('.official .total .sum')
  const [before, now] = [await total.locator('.was').innerText(), await total.locator('b').innerText()]
  expect(before).not.toBe(now)
  await assessor.getByRole('button', { name: '不对照' }).click()
  await assessor.locator('.official .was').first().waitFor({ state: 'detached' })
})

test('a sealed sheet says so, has its code, and has not changed since', async () => {
  await openSheet(assessor, '?since=sealed', '2021-trial')
  await assessor.getByText('已定稿').waitFor()
  await assessor.getByText(/相比没有变化/).waitFor()
  expect(await assessor.locator('.verify .code').innerText()).toMatch(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){4}$/)
})

test('a center goes to its own sheet, and is told that another is not for it', async () => {
  const page = await signInAs(browser, demo, CENTER)
  await page.goto(`${demo.address}/assessments/2021/sheets`)
  await page.waitForURL(sheetOf(CENTER))
  await page.getByRole('heading', { level: 1, name: '朱家角镇' }).waitFor()
  await page.goto(sheetOf('xiayang'))
  await page.getByRole('alert').first().waitFor()
  expect(await page.locator('.official').count()).toBe(0)
  await page.context().close()
})

test('on a phone sections are folded, and the page is no wider than the phone', async () => {
  const page = await signInAs(browser, demo, 'leader', { viewport: { width: 360, height: 740 }, hasTouch: true })
  await openSheet(page)
  const sentence = page.getByText('受理窗口、总服务台有脱岗现象的')
  expect(await sentence.isVisible()).toBe(false)
  await page.locator('.official .sec').nth(2).getByRole('button', { name: '展开' }).tap()
  await sentence.waitFor()
  expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360)
  expect(await accessibilityFaults(page)).toEqual([])
  await page.context().close()
})

test('on paper the clocks and the chain are gone and the table stays', async () => {
  await openSheet(assessor, '#3')
  await assessor.emulateMedia({ media: 'print' })
  expect(await assessor.locator('.clocks').isVisible()).toBe(false)
  expect(await assessor.locator('.official').isVisible()).toBe(true)
  await assessor.emulateMedia({ media: 'screen' })
  expect(complaints).toEqual([])
})
