import { expect, test } from 'vitest'
import type { DemoAccount } from '../../src/app/demo-district/demo-accounts.ts'
import { openedDemo } from './opened-demo.ts'

const { browser, demo } = await openedDemo()

const LANDINGS: Readonly<Record<DemoAccount['role'], string>> = {
  administrator: '/administration',
  clerk: '/assessments/2021/records',
  inspector: '/assessments/2021/inspection',
  assessor: '/assessments/2021/overview',
  reviewer: '/assessments/2021/overview',
  leader: '/assessments/2021/overview',
  auditor: '/assessments/2021/overview',
  center: '/assessments/2021/center',
  observer: '/city',
}

test('everybody of the demonstration lands on the page of his or her work', async () => {
  // One browser that they share, as at a counter: what one leaves behind must not lead the next astray.
  const context = await browser.newContext()
  const page = await context.newPage()
  for (const { username, role } of demo.accounts) {
    await context.clearCookies()
    const signedIn = await context.request.post(`${demo.address}/api/v1/session`, {
      data: { district: demo.district, username, password: demo.password },
    })
    expect([username, signedIn.status()]).toEqual([username, 200])
    await page.goto(demo.address)
    await expect
      .poll(() => [username, new URL(page.url()).pathname])
      .toEqual([username, expect.stringMatching(new RegExp(`^${LANDINGS[role]}(/|$)`))])
  }
  await context.close()
}, 120_000)
