import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser } from 'playwright-core'
import type { DemoAccount } from '../../src/app/demo-district/demo-accounts.ts'
import { openDemoDistrict, type OpenDemoDistrict } from '../demo/open-demo-district.ts'
import { openBrowser } from './open-browser.ts'
import { signInAs } from './sign-in-as.ts'

let browser: Browser
let demo: OpenDemoDistrict
beforeAll(async () => {
  ;[browser, demo] = await Promise.all([openBrowser(), openDemoDistrict()])
}, 180_000)
afterAll(async () => {
  await browser?.close()
  await demo?.close()
})

const LANDINGS: Readonly<Record<DemoAccount['role'], string>> = {
  administrator: '/administration',
  clerk: '/assessments/2021/records',
  inspector: '/assessments/2021/inspection',
  assessor: '/assessments/2021/overview',
  reviewer: '/assessments/2021/overview',
  leader: '/assessments/2021/overview',
  auditor: '/assessments/2021/overview',
  center: '/assessments/2021/center',
}

test('everybody of the demonstration lands on the page of his or her work', async () => {
  for (const { username, role } of demo.accounts) {
    const page = await signInAs(browser, demo, username)
    await page.waitForURL(({ pathname }) => pathname.startsWith(LANDINGS[role])).catch(() => undefined)
    expect([username, new URL(page.url()).pathname]).toEqual([
      username,
      expect.stringMatching(new RegExp(`^${LANDINGS[role]}(/|$)`)),
    ])
    await page.context().close()
  }
}, 120_000)
