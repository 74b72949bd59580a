import { expect, test } from 'vitest'
import { draftNotice } from '../fixtures/draft-notice.ts'
import { accessibilityFaults } from './check-accessible.ts'
import { openedDemo } from './opened-demo.ts'
import { signInAs } from './sign-in-as.ts'
import { watchPage } from './watch-page.ts'

const { browser, demo } = await openedDemo()

test('a leader pastes a draft and is told what it would have made of this year, change by change', async () => {
  const page = await signInAs(browser, demo, 'leader')
  const complaints = watchPage(page, demo.address)
  await page.getByRole('link', { name: '分析' }).click()
  await page.getByRole('link', { name: '来年' }).click()
  await page.getByRole('button', { name: '从今年的通知改起' }).click()
  const source = page.getByRole('region', { name: '另一份通知' }).getByRole('textbox').last()
  await expect.poll(async () => (await source.inputValue()).length).toBeGreaterThan(1000)
  await source.fill(await draftNotice())
  await page.getByRole('button', { name: '按它看今年' }).click()
  await page.getByText(/^按2022年的通知，.*11项修改中\d+项造成了(?:九成以上|全部)的变动。/).waitFor()

  const changes = page.getByRole('region', { name: '各项修改和它单独的影响' }).getByRole('table')
  expect(await changes.getByRole('rowheader').count()).toBe(11)
  const points = changes.getByRole('row').filter({ hasText: '改分值 七' })
  expect(await points.textContent()).toContain('每个中心都+3分；名次不变')

  const centers = page.getByRole('region', { name: '各中心的得分和名次' }).getByRole('table')
  expect(await centers.getByRole('rowheader').count()).toBe(11)
  const moved = await centers
    .getByRole('row')
    .filter({ hasText: /[升降]\d+位/ })
    .count()
  const picture = page.getByRole('img', { name: /^两份通知下的名次：/ })
  expect((await picture.getAttribute('aria-label'))?.match(/由第/g)?.length ?? 0).toBe(moved)

  await page.getByText('新通知没有这一款').first().waitFor()
  const faults = page.getByRole('region', { name: '这份通知可以写得更好的地方' })
  await faults.getByText('五.12').first().click()
  await faults.getByText('没有检测，检查清单和资料清单里也没有这一款。').waitFor()
  expect(await accessibilityFaults(page)).toEqual([])
  await page.getByRole('link', { name: '怎么看这一页' }).click()
  await page.getByRole('heading', { name: '来年', level: 1 }).waitFor()
  expect(complaints).toEqual([])
  await page.context().close()
})

test('an adopted notice stands in the address, so that what is seen can be shared; the same notice moves nothing', async () => {
  const page = await signInAs(browser, demo, 'leader', { viewport: { width: 390, height: 844 } })
  await page.waitForURL(/\/assessments\/[^/]+\//)
  const [, assessmentId = ''] = /\/assessments\/([^/]+)\//.exec(page.url()) ?? []
  const digest = await page.evaluate(async () => {
    const reply = await fetch('/api/v1/rubrics')
    const { rubrics } = (await reply.json()) as { rubrics: { rubricDigest: string }[] }
    return rubrics[0]?.rubricDigest ?? ''
  })
  await page.goto(`${demo.address}/assessments/${assessmentId}/analysis/next-year?notice=${digest}`)
  await page
    .getByText(/^按这份通知，今年的第1名不变.*没有中心名次变动，平均分仍是[\d.]+；两份通知没有不同。$/)
    .waitFor()
  expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390)
  expect(await accessibilityFaults(page)).toEqual([])
  await page.context().close()
})
