import type { Page } from 'playwright-core'
import { runHere } from '../../test/cli/run-here.ts'
import { arrive } from '../../test/e2e/on-the-phone.ts'
import type { OpenDemoDistrict } from '../../test/demo/open-demo-district.ts'

/** A part of a page that a guide speaks of. `at` as in `shot-pages.ts`; `shows` are what must be in the picture, and nothing beside them. */
export interface GuidePicture {
  readonly name: string
  readonly username: string | null
  readonly at: string
  readonly width: number
  readonly first?: (page: Page, demo: OpenDemoDistrict) => Promise<unknown>
  readonly shows: readonly string[]
  /** How much of it from the top, in CSS pixels: of a long list the first rows tell enough. */
  readonly most?: number
}

const DESK = 1040
const PHONE = 390

export const GUIDE_PICTURES: readonly GuidePicture[] = [
  {
    name: 'administrator-people',
    username: 'admin',
    at: '/administration/people',
    width: DESK,
    shows: ['main .sec-head', 'main table'],
    most: 420,
  },
  {
    name: 'administrator-calendar',
    username: 'admin',
    at: '/administration/calendars',
    width: 980,
    shows: ['main .sec-head', 'main table'],
    most: 560,
  },
  {
    name: 'administrator-quotas',
    username: 'admin',
    at: '/administration/quotas',
    width: 760,
    first: async (page, { district, dataFolder }) => {
      const quotas = ['--people', '24', '--assessments', '2', '--evidence-gb', '1', '--records', '100000']
      await runHere(['district', 'quota', district, ...quotas, '--data', dataFolder])
      await page.reload()
      await page.getByRole('meter').first().waitFor()
    },
    shows: ['main .sec-head', '.quotas'],
  },
  {
    name: 'clerk-imported',
    username: 'clerk',
    at: '/assessments/{assessment}/records',
    width: DESK,
    shows: ['main table'],
    most: 300,
  },
  {
    name: 'clerk-months',
    username: 'clerk',
    at: '/assessments/{assessment}/records/held',
    width: 1280,
    shows: ['main table'],
    most: 380,
  },
  {
    name: 'inspector-round',
    username: null,
    at: '/sign-in',
    width: PHONE,
    first: async (page, demo) => {
      await arrive(page, demo.address, demo.password)
      await page.getByRole('link', { name: '路线' }).click()
      await page.getByRole('button', { name: '改路线' }).waitFor()
    },
    shows: ['body'],
    most: 700,
  },
  {
    name: 'inspector-checklist',
    username: null,
    at: '/sign-in',
    width: PHONE,
    first: async (page, demo) => arrive(page, demo.address, demo.password),
    shows: ['body'],
    most: 700,
  },
  {
    name: 'assessor-waiting',
    username: 'assessor-1',
    at: '/assessments/{assessment}/overview',
    width: 1440,
    shows: ['aside > section:first-child'],
    most: 520,
  },
  {
    name: 'assessor-decision',
    username: 'assessor-1',
    at: '/assessments/{assessment}/findings?standing=notified&mine=1',
    width: 1200,
    first: openFirst,
    shows: ['.finding-clause', '.finding-voices'],
  },
  {
    name: 'assessor-closing',
    username: 'assessor-1',
    at: '/assessments/{assessment}/closing',
    width: DESK,
    shows: ['.closing-stages', '.closing-left'],
    most: 620,
  },
  {
    name: 'reviewer-appeal',
    username: 'reviewer',
    at: '/assessments/{assessment}/findings?standing=substantiated&mine=1',
    width: 1200,
    first: async (page) => {
      await openFirst(page)
      await page.getByText('撤销', { exact: true }).click()
      await page.locator('.finding-answers textarea').first().waitFor()
      await page.locator('.finding-effect').getByText('→').first().waitFor()
    },
    shows: ['.finding-clause', '.finding-voices'],
  },
  {
    name: 'center-turn',
    username: 'zhujiajiao',
    at: '/assessments/{assessment}/center',
    width: 768,
    shows: ['.center h1', 'section:has(> .sec-head)'],
    most: 600,
  },
  {
    name: 'center-sheet',
    username: 'zhujiajiao',
    at: '/assessments/{assessment}/sheets/zhujiajiao',
    width: 1200,
    first: async (page) => {
      await page.locator('.eq a.t').first().click()
      await page.locator('.openrow').getByText('查实', { exact: true }).first().waitFor()
    },
    shows: ['.official tr:has(.eq a.t)', '.openrow'],
    most: 620,
  },
  {
    name: 'leader-ranking',
    username: 'leader',
    at: '/assessments/{assessment}/overview',
    width: 980,
    shows: ['.overview h1', 'section[aria-labelledby=overview-ranking]'],
  },
  {
    name: 'leader-heat',
    username: 'leader',
    at: '/assessments/{assessment}/overview',
    width: 980,
    shows: ['section[aria-labelledby=overview-heat]'],
  },
  {
    name: 'auditor-chain',
    username: 'auditor',
    at: '/administration/chain',
    width: 860,
    first: async (page) => {
      await page.getByRole('button', { name: /^核验/ }).first().click()
      await page.locator('.administration-long').first().waitFor()
    },
    shows: ['section[aria-labelledby=administration-chain]'],
  },
  {
    name: 'auditor-log',
    username: 'auditor',
    at: '/administration/access-log',
    width: DESK,
    shows: ['main .sec-head', 'main table'],
    most: 360,
  },
  {
    name: 'observer-districts',
    username: 'observer',
    at: '/city',
    width: 1200,
    shows: ['.city h1', '.city-districts'],
  },
  {
    name: 'public-ranking',
    username: null,
    at: '/public/{district}/{published}',
    width: 1200,
    shows: ['main table'],
  },
  {
    name: 'public-check',
    username: null,
    at: '/public/{district}/{published}',
    width: 700,
    first: handInBundle,
    shows: ['section:has(.public-verified)'],
  },
]

async function openFirst(page: Page): Promise<void> {
  await page.locator('main tbody a').first().click()
  await page.locator('.finding-voices').waitFor()
}

/** What an auditor may download, dropped on the page as a citizen does. */
async function handInBundle(page: Page, { address, password }: OpenDemoDistrict): Promise<void> {
  const session = { username: 'auditor', password }
  const [, , assessmentId] = new URL(page.url()).pathname.split('/').slice(1)
  const auditor = await page.context().browser()?.newContext()
  if (auditor === undefined) throw new Error('the page has lost its browser')
  await auditor.request.post(`${address}/api/v1/session`, { data: session })
  const bundle = await auditor.request.get(`${address}/api/v1/assessments/${assessmentId}/bundle`)
  await page
    .getByLabel('选择文件')
    .setInputFiles({ name: '核对包.bundle.jsonl', mimeType: 'application/jsonl', buffer: await bundle.body() })
  await auditor.close()
  await page.locator('.public-verified').getByRole('button', { name: '清除' }).waitFor()
}
