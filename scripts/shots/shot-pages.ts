import type { Page } from 'playwright-core'

/** One page as a person of a role sees it. `at` is the address; `{assessment}` the running assessment, `{published}` the published one. */
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
  { name: 'closing', username: 'assessor-1', at: '/assessments/{assessment}/closing' },
  { name: 'sealed', username: 'assessor-1', at: '/assessments/{published}/closing' },
  { name: 'public', username: null, at: '/public/{district}/{published}' },
  { name: 'kiosk', username: null, at: '/kiosk/{district}/{published}' },
  { name: 'help', username: 'assessor-1', at: '/help/assessor' },
]
