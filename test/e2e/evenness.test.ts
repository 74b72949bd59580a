import { expect, test } from 'vitest'
import { accessibilityFaults } from './check-accessible.ts'
import { openedDemo } from './opened-demo.ts'
import { signInAs } from './sign-in-as.ts'
import { watchPage } from './watch-page.ts'

const { browser, demo } = await openedDemo()

test('a leader reads the answer first, sees amounts by center, and comes from two like cases to one of them', async () => {
  const page = await signInAs(browser, demo, 'leader')
  const complaints = watchPage(page, demo.address)
  await page.waitForURL(/\/overview$/)
  await page.goto(page.url().replace(/overview$/, 'analysis/evenness'))
  await page.getByText(/^由人裁量的数额有\d+件，分在\d+款/).waitFor()
  const amounts = page.getByRole('region', { name: '由人裁量的数额' })
  const first = amounts.getByRole('table').first()
  expect(await first.getByRole('rowheader').first().textContent()).toMatch(/^考核员[一二]$/)
  await amounts.getByRole('radiogroup').getByText('中心').click()
  await first.getByRole('columnheader', { name: '中心' }).waitFor()
  expect(await first.getByRole('rowheader').first().textContent()).toMatch(/[街镇]/)
  await page.getByText('怎么比、怎么算的').click()
  await page.getByText('霍尔姆法').waitFor()
  await page.getByRole('img', { name: /件裁量数额按发生日排开/ }).waitFor()
  const effort = page.getByRole('region', { name: '查得多，还是问题多' }).getByRole('table').last()
  expect(await effort.getByRole('rowheader').count()).toBe(11)
  expect(await accessibilityFaults(page)).toEqual([])
  const pairs = page.getByRole('region', { name: '情形相近而数额不同' })
  const link = pairs.getByRole('link').first()
  const number = /第\d+号/.exec((await link.textContent()) ?? '')?.[0] ?? ''
  await link.click()
  await page.waitForURL(/\/findings\/[^/]+$/)
  await page.getByText(number).first().waitFor()
  expect(complaints).toEqual([])
  await page.context().close()
})

test.each([
  ['assessor-1', /考核员[甲乙]（您）/],
  ['reviewer', /考核员甲/],
])('%s reads no names, and is told so', async (username, called) => {
  const page = await signInAs(browser, demo, username)
  await page.waitForURL(/\/overview$/)
  await page.goto(page.url().replace(/overview$/, 'analysis/evenness'))
  await page.getByText('考核员以甲、乙代称；领导和审计员看得到姓名。').waitFor()
  const outcomes = page.getByRole('region', { name: '查实和不予认定' })
  await outcomes.getByText(called).waitFor()
  expect(await outcomes.textContent()).not.toMatch(/考核员[一二]/)
  await page.context().close()
})
