import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { accessibilityFaults } from './check-accessible.ts'
import { openedDemo } from './opened-demo.ts'
import { signInAs } from './sign-in-as.ts'
import { watchPage } from './watch-page.ts'

const { browser, demo } = await openedDemo()
const assessor = await signInAs(browser, demo, 'assessor-1')
const complaints = watchPage(assessor, demo.address)

interface Applied {
  readonly bonusId: string
  readonly centerId: string
  readonly clauseId: string
  readonly occurrences: number
  readonly occurredOn: string
}

const api = () => `${demo.address}/api/v1/assessments/2021`
const pageOf = (bonusId: string) => `${demo.address}/assessments/2021/bonuses/${bonusId}`
const office = (page: Page) => page.locator('.finding-office')

/** What waits for approval, the newest first: whether a person sets the amount is seen on the page alone. */
async function waiting(): Promise<readonly Applied[]> {
  const answer = await assessor.request.get(`${api()}/bonuses?standing=proposed`)
  const { bonuses } = (await answer.json()) as { readonly bonuses: readonly { readonly bonus: Applied }[] }
  return bonuses.map(({ bonus }) => bonus)
}

async function scoreOf(centerId: string): Promise<number> {
  const { sheet } = (await (await assessor.request.get(`${api()}/sheets/${centerId}`)).json()) as {
    readonly sheet: { readonly score: number }
  }
  return sheet.score
}

/** Opens applications until one asks for an amount. */
async function openPriced(): Promise<Applied> {
  for (const bonus of await waiting()) {
    await assessor.goto(pageOf(bonus.bonusId))
    await office(assessor).getByRole('status').waitFor()
    const count = await office(assessor).getByRole('group', { name: '加分数额' }).count()
    if (count > 0) return bonus
  }
  throw new Error('the demonstration has no application with an amount to set')
}

test('from the findings to the list of applications, which can be narrowed, and to one of them', async () => {
  await assessor.goto(`${demo.address}/assessments/2021/findings`)
  await assessor.getByRole('link', { name: '加分申报', exact: true }).click()
  await assessor.getByText(/^共\d+件，其中\d+件等审定。$/).waitFor()
  expect(await accessibilityFaults(assessor)).toEqual([])
  await assessor.locator('label').filter({ hasText: '等审定' }).click()
  await assessor.waitForURL(/standing=proposed/)
  const open = (await waiting()).length
  await expect.poll(async () => assessor.locator('tbody tr').count()).toBe(open)
  await assessor.locator('tbody a').first().click()
  await assessor.getByRole('heading', { name: '申报的中心' }).waitFor()
  expect(await assessor.title()).toMatch(/^第\d+号加分申报 · 明衡$/)
})

test('an assessor approves one with an amount and a reason, and the total is what the page said it would be', async () => {
  const { centerId } = await openPriced()
  const before = await scoreOf(centerId)
  expect(await accessibilityFaults(assessor)).toEqual([])
  const panel = office(assessor)
  await panel.getByText('先选数额').waitFor()
  await panel.getByRole('radio', { name: /分$/ }).last().check({ force: true })
  await panel.getByLabel('理由').fill('材料齐全，经核实确有成效')
  await assessor.reload()
  await expect.poll(() => panel.getByLabel('理由').inputValue()).toBe('材料齐全，经核实确有成效')
  const button = panel.getByRole('button', { name: /^审定，合计加[\d.]+分$/ })
  await button.waitFor()
  const promised = Number(/加([\d.]+)分/.exec(await button.innerText())?.[1]) * 100
  await button.click()
  await panel.getByText(/^予以加分，\d+次$/).waitFor()
  await panel.locator('.finding-say', { hasText: '材料齐全，经核实确有成效' }).waitFor()
  expect((await scoreOf(centerId)) - before).toBe(promised)
  await assessor.getByRole('cell', { name: /考核员予以加分，\d+次/ }).waitFor()
  expect(complaints).toEqual([])
})

test('an application is rejected with a reason and changes nothing', async () => {
  const bonus = (await waiting())[0]
  if (bonus === undefined) throw new Error('nothing waits for approval')
  const before = await scoreOf(bonus.centerId)
  await assessor.goto(pageOf(bonus.bonusId))
  const panel = office(assessor)
  await panel.locator('label').filter({ hasText: '不予加分' }).click()
  const button = panel.getByRole('button', { name: '不予加分' })
  expect(await button.isDisabled()).toBe(true)
  await panel.getByLabel('理由').fill('属于日常工作')
  await button.click()
  await panel.locator('.finding-decided').getByText('不予加分').waitFor()
  expect(await scoreOf(bonus.centerId)).toBe(before)
})

test('what was typed while somebody else decided is told, and let go by a button for good', async () => {
  const bonus = (await waiting())[0]
  if (bonus === undefined) throw new Error('nothing waits for approval')
  await assessor.goto(pageOf(bonus.bonusId))
  const panel = office(assessor)
  await panel.getByLabel('理由').fill('写到一半')
  const other = await signInAs(browser, demo, 'assessor-2')
  await other.goto(pageOf(bonus.bonusId))
  await office(other).locator('label').filter({ hasText: '不予加分' }).click()
  await office(other).getByLabel('理由').fill('另一位先定了')
  await office(other).getByRole('button', { name: '不予加分' }).click()
  await office(other).locator('.finding-decided').waitFor()
  await other.close()
  await assessor.reload()
  const told = panel.getByRole('alert').filter({ hasText: '写到一半' })
  await told.getByRole('button', { name: '不再留着' }).click()
  await told.waitFor({ state: 'detached' })
  await assessor.reload()
  await panel.getByText('另一位先定了').waitFor()
  expect(await told.count()).toBe(0)
})

test('who applied is told in place that somebody else approves', async () => {
  const like = await openPriced()
  const { csrfToken } = (await (await assessor.request.get(`${demo.address}/api/v1/me`)).json()) as {
    readonly csrfToken: string
  }
  const { centerId, clauseId, occurredOn } = like
  const applied = await assessor.request.post(`${api()}/bonuses`, {
    headers: { 'x-csrf-token': csrfToken, 'idempotency-key': 'bonus-test-own' },
    data: {
      bonusId: 'own-application',
      centerId,
      clauseId,
      occurredOn,
      occurrences: 1,
      measured: null,
      level: null,
      description: '考核员代为申报的一件',
      evidence: [],
    },
  })
  expect([applied.status(), await applied.text()]).toEqual([200, expect.any(String)])
  await assessor.goto(pageOf('own-application'))
  await assessor.getByText('本人申报').waitFor()
  const panel = office(assessor)
  await panel.locator('.finding-against').waitFor()
  await panel.getByRole('radio', { name: /分$/ }).last().check({ force: true })
  await panel.getByLabel('理由').fill('自己批自己')
  await panel.getByRole('button', { name: /^审定/ }).click()
  await panel.getByRole('alert').waitFor()
  expect(await panel.getByLabel('理由').inputValue()).toBe('自己批自己')
})

test('a center reads its own application from its page and decides nothing', async () => {
  const bonus = (await waiting()).find(({ bonusId }) => bonusId !== 'own-application')
  if (bonus === undefined) throw new Error('nothing waits for approval')
  const page = await signInAs(browser, demo, bonus.centerId, { viewport: { width: 390, height: 844 } })
  await page.goto(`${demo.address}/assessments/2021/center`)
  await page.locator(`a[href$="/bonuses/${bonus.bonusId}"]`).first().click()
  await page.getByText('还没有审定。').waitFor()
  expect(await page.getByRole('button', { name: /审定/ }).count()).toBe(0)
  expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390)
  expect(await accessibilityFaults(page)).toEqual([])
  await page.context().close()
})
