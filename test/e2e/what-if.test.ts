import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { accessibilityFaults } from './check-accessible.ts'
import { openedDemo } from './opened-demo.ts'
import { signInAs } from './sign-in-as.ts'
import { watchPage } from './watch-page.ts'

const { browser, demo } = await openedDemo()

test('what if this appeal succeeds: from the finding to the answer, which the address holds', async () => {
  const page = await signInAs(browser, demo, 'leader')
  const complaints = watchPage(page, demo.address)
  const { base, findingId, number } = await pendingAppeal(page)
  await page.goto(`${demo.address}${base}/findings/${findingId}`)
  await page.getByRole('link', { name: '设想…' }).click()
  await page.getByText('申诉成立，撤销').click()
  await page.getByRole('button', { name: '加进方案' }).click()
  const lead = page.getByText(/^若此项成立，/)
  await lead.waitFor()
  await page.getByText(new RegExp(`^第${number}号问题（.+申诉成立，撤销，不计分$`)).waitFor()
  expect(decodeURIComponent(page.url())).toContain(`scenario=${number}:reversed`)
  const said = (await lead.textContent()) ?? ''
  expect(await page.getByRole('table').first().getByRole('row').count()).toBeGreaterThan(2)
  expect(await accessibilityFaults(page)).toEqual([])
  await page.reload()
  expect(await lead.textContent()).toBe(said)
  await page.getByRole('button', { name: /^移去：/ }).click()
  await page.getByText(/^若申诉成立、若评价率是71%/).waitFor()
  await page.goBack()
  await lead.waitFor()
  expect(complaints).toEqual([])
  await page.context().close()
})

test('what if another value had been measured and a clause cost 2 points: two suppositions, kept by name and compared', async () => {
  const page = await signInAs(browser, demo, 'leader')
  const { base, number, value } = await measuredFinding(page)
  await page.goto(`${demo.address}${base}/analysis/what-if`)
  await page.getByRole('combobox', { name: /^找问题/ }).fill(`第${number}号`)
  await page
    .locator('.ant-select-item-option')
    .filter({ hasText: `第${number}号 ` })
    .click()
  await page.getByText('实测另为').click()
  await page.getByLabel(/^实测值/).fill(value)
  await page.getByRole('button', { name: '加进方案' }).click()
  await page.getByText(new RegExp(`^第${number}号问题（.+实测为${value}`)).waitFor()
  await page.getByText(/^若此项成立，/).waitFor()

  await page.getByText('一款的分值', { exact: true }).click()
  await page.getByRole('combobox', { name: /^找款/ }).fill('一.1')
  await page
    .locator('.ant-select-item-option')
    .filter({ hasText: /^一\.1 / })
    .click()
  await page.getByLabel(/^分值/).fill('2')
  await page.getByRole('button', { name: '加进方案' }).click()
  await page.getByText(/^若两项都成立，/).waitFor()
  await page.getByLabel('方案名称').fill('两项')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: '存下这个方案' }).click()
  await page.getByRole('button', { name: '已存下' }).waitFor()

  await page
    .getByRole('button', { name: /^移去：/ })
    .first()
    .click()
  await page.getByText(/^若此项成立，/).waitFor()
  await page.getByRole('button', { name: '并排比较' }).click()
  await page.getByRole('table', { name: '两个方案并排' }).waitFor()
  await page.getByText(/^前一方案换成后一方案，/).waitFor()
  expect(await accessibilityFaults(page)).toEqual([])
  await page.context().close()
})

interface Listed {
  readonly findings: readonly {
    readonly finding: {
      readonly findingId: string
      readonly clauseId: string
      readonly because: readonly number[]
      readonly standing: string
      readonly measured: object | null
      readonly appeal: { readonly outcome: string } | null
    }
  }[]
}

async function pendingAppeal(page: Page) {
  const { base, findings } = await findingsOf(page, 'standing=substantiated')
  const found = findings.find(({ appeal }) => appeal?.outcome === 'pending')
  if (found === undefined) throw new Error('no appeal is pending in the demonstration district')
  return { base, findingId: found.findingId, number: found.because[0] ?? 0 }
}

/** A rate where one was found too low, otherwise the stars of a poor rating; with a value that would have been good enough. */
async function measuredFinding(page: Page) {
  for (const [clauseId, value] of [
    ['3.4.1', '71'],
    ['5.3.1', '81'],
    ['10.3.1', '4'],
  ] as const) {
    const { base, findings } = await findingsOf(page, `standing=substantiated&clauseId=${clauseId}`)
    const found = findings.find(({ measured }) => measured !== null)
    if (found !== undefined) return { base, number: found.because[0] ?? 0, value }
  }
  throw new Error('nothing is measured in the demonstration district')
}

async function findingsOf(page: Page, filter: string) {
  const get = async (path: string) => (await page.request.get(`${demo.address}/api/v1${path}`)).json()
  const { assessments } = (await get('/assessments')) as { assessments: readonly { assessmentId: string }[] }
  const base = `/assessments/${assessments[0]?.assessmentId ?? ''}`
  const { findings } = (await get(`${base}/findings?limit=200&${filter}`)) as Listed
  return { base, findings: findings.map(({ finding }) => finding) }
}
