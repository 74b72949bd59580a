import type { Page } from 'playwright-core'

/** One page as a person of a role sees it. `at` is the address; `{assessment}` the running assessment, `{published}` the published one, `{center}` its first center. */
export interface ShotPage {
  readonly name: string
  /** Null for the public. */
  readonly username: string | null
  readonly at: string
  /** What is done before the picture: something opened, something chosen. */
  readonly first?: (page: Page) => Promise<unknown>
}

export const SHOT_PAGES: readonly ShotPage[] = [
  { name: 'sign-in', username: null, at: '/sign-in' },
  { name: 'overview', username: 'assessor-1', at: '/assessments/{assessment}/overview' },
  { name: 'center', username: 'zhujiajiao', at: '/assessments/{assessment}/center' },
  { name: 'people', username: 'admin', at: '/administration/people' },
  { name: 'calendars', username: 'admin', at: '/administration/calendars' },
  { name: 'access-log', username: 'auditor', at: '/administration/access-log' },
  { name: 'district', username: 'admin', at: '/administration/district' },
  { name: 'chain', username: 'admin', at: '/administration/chain' },
  { name: 'closing', username: 'assessor-1', at: '/assessments/{assessment}/closing' },
  { name: 'sealed', username: 'assessor-1', at: '/assessments/{published}/closing' },
  { name: 'public', username: null, at: '/public/{district}/{published}' },
  { name: 'kiosk', username: null, at: '/kiosk/{district}/{published}' },
  { name: 'help', username: 'assessor-1', at: '/help/assessor' },
  { name: 'notice', username: 'assessor-1', at: '/assessments/{assessment}/notice' },
  { name: 'notices', username: 'assessor-1', at: '/notices' },
  { name: 'notice-new', username: 'assessor-1', at: '/notices/new' },
  { name: 'sheets', username: 'leader', at: '/assessments/{assessment}/sheets' },
  { name: 'sheet', username: 'leader', at: '/assessments/{assessment}/sheets/{center}' },
  { name: 'findings', username: 'assessor-1', at: '/assessments/{assessment}/findings' },
  {
    name: 'finding',
    username: 'assessor-1',
    at: '/assessments/{assessment}/findings?standing=notified',
    first: openFirst,
  },
  { name: 'bonuses', username: 'assessor-1', at: '/assessments/{assessment}/bonuses' },
  {
    name: 'bonus-page',
    username: 'assessor-1',
    at: '/assessments/{assessment}/bonuses?standing=proposed',
    first: openFirst,
  },
  { name: 'records', username: 'clerk', at: '/assessments/{assessment}/records' },
  { name: 'records-held', username: 'clerk', at: '/assessments/{assessment}/records/held' },
  { name: 'records-detections', username: 'clerk', at: '/assessments/{assessment}/records/detections' },
  { name: 'records-coverage', username: 'clerk', at: '/assessments/{assessment}/records/coverage' },
  { name: 'inspection', username: 'inspector-1', at: '/assessments/{assessment}/inspection' },
]

/** From a list to the first thing in it. */
async function openFirst(page: Page): Promise<void> {
  await page.locator('main tbody a').first().click()
  await page.locator('main h1').first().waitFor()
  await page.waitForLoadState('networkidle')
}
