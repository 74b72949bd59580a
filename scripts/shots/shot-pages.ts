import type { Page } from 'playwright-core'
import { chooseFile } from './choose-file.ts'

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
  { name: 'quotas', username: 'admin', at: '/administration/quotas' },
  { name: 'chain', username: 'admin', at: '/administration/chain' },
  { name: 'closing', username: 'assessor-1', at: '/assessments/{assessment}/closing' },
  { name: 'sealed', username: 'assessor-1', at: '/assessments/{published}/closing' },
  { name: 'public', username: null, at: '/public/{district}/{published}' },
  { name: 'kiosk', username: null, at: '/kiosk/{district}/{published}' },
  { name: 'help', username: 'assessor-1', at: '/help/assessor' },
  { name: 'notice', username: 'assessor-1', at: '/assessments/{assessment}/notice' },
  { name: 'notices', username: 'assessor-1', at: '/notices' },
  { name: 'notice-new', username: 'assessor-1', at: '/notices/new' },
  { name: 'notice-correct', username: 'assessor-1', at: '/notices/new', first: correctOne },
  { name: 'notice-file', username: 'assessor-1', at: '/notices/new', first: chooseFile },
  {
    name: 'notice-card',
    username: 'assessor-1',
    at: '/notices/new',
    first: async (page) => {
      await chooseFile(page)
      await page.getByRole('button', { name: '改正文' }).click()
    },
  },
  { name: 'sheets', username: 'leader', at: '/assessments/{assessment}/sheets' },
  { name: 'sheet', username: 'leader', at: '/assessments/{assessment}/sheets/{center}' },
  { name: 'findings', username: 'assessor-1', at: '/assessments/{assessment}/findings' },
  {
    name: 'finding',
    username: 'assessor-1',
    at: '/assessments/{assessment}/findings?standing=notified',
    first: openFirst,
  },
  { name: 'export-menu', username: 'leader', at: '/assessments/{assessment}/findings', first: openExports },
  { name: 'closing-exports', username: 'leader', at: '/assessments/{published}/closing', first: saveRanking },
  {
    name: 'letter-dialog',
    username: 'assessor-1',
    at: '/assessments/{assessment}/findings?standing=notified',
    first: async (page) => {
      await openFirst(page)
      await openLetter(page, '问题告知书')
    },
  },
  {
    name: 'bulletin-dialog',
    username: 'assessor-1',
    at: '/assessments/{published}/closing',
    first: (page) => openLetter(page, '年度考核通报'),
  },
  { name: 'bonuses', username: 'assessor-1', at: '/assessments/{assessment}/bonuses' },
  {
    name: 'bonus-page',
    username: 'assessor-1',
    at: '/assessments/{assessment}/bonuses?standing=proposed',
    first: openFirst,
  },
  {
    name: 'what-if',
    username: 'leader',
    at: '/assessments/{assessment}/analysis/what-if?scenario=price:2.1.1:2;closed',
  },
  { name: 'certainty', username: 'leader', at: '/assessments/{assessment}/analysis/certainty' },
  { name: 'evenness', username: 'leader', at: '/assessments/{assessment}/analysis/evenness' },
  { name: 'sampling', username: 'assessor-1', at: '/assessments/{assessment}/analysis/sampling' },
  { name: 'next-year', username: 'leader', at: '/assessments/{assessment}/analysis/next-year' },
  { name: 'records', username: 'clerk', at: '/assessments/{assessment}/records' },
  { name: 'records-held', username: 'clerk', at: '/assessments/{assessment}/records/held' },
  { name: 'records-detections', username: 'clerk', at: '/assessments/{assessment}/records/detections' },
  { name: 'records-coverage', username: 'clerk', at: '/assessments/{assessment}/records/coverage' },
  { name: 'city', username: 'observer', at: '/city' },
  { name: 'city-none', username: 'observer', at: '/city?year=2019' },
  { name: 'inspection', username: 'inspector-1', at: '/assessments/{assessment}/inspection' },
]

/** From a list to the first thing in it. */
async function openFirst(page: Page): Promise<void> {
  await page.locator('main tbody a').first().click()
  await page.waitForURL(({ pathname }) => /\/(?:findings|bonuses)\/./.test(pathname))
  await page.locator('[aria-busy=true]').first().waitFor({ state: 'detached' })
  await page.waitForFunction(
    'document.querySelector("main h1") !== null && Array.from(document.images).every(({ complete }) => complete)',
  )
}

/** The list of findings as a document: the forms that there are. */
async function openExports(page: Page): Promise<void> {
  await page.getByRole('button', { name: '导出' }).click()
  await page.getByText('Word 文档').waitFor()
}

/** One document of the year made, and its name told. */
async function saveRanking(page: Page): Promise<void> {
  await page.getByRole('button', { name: '汇总和排名' }).click()
  await page.getByText('Word 文档').click()
  await page.getByText('已保存：').waitFor()
}

/** What the office fills in for a letter, opened to the last field. */
async function openLetter(page: Page, letter: string): Promise<void> {
  await page.getByRole('button', { name: `${letter}…` }).click()
  await page.getByText('签发人、抄送和印发').click()
}

/** A notice that was read, one reading corrected and another open for it. */
async function correctOne(page: Page): Promise<void> {
  const first = page.getByRole('button', { name: '改正一.2的读法' })
  // The device keeps the draft: from the second picture on it is there after a moment.
  const isKept = await first.waitFor({ timeout: 4000 }).then(
    () => true,
    () => false,
  )
  if (!isKept) {
    await page
      .getByLabel('通知正文')
      .fill(
        '窗口考核评分细则\n一、服务（20分）\n1、工作人员没有到岗，查实一例扣1分；经回访仍不满意的，扣2分。\n2、发生有责投诉的，扣0.5分。\n3、材料不全，酌情扣1-3分，最高扣6分。\n二、加分\n1、获得区级以上表扬的，每次加0.5分。',
      )
    await page.getByRole('button', { name: '编译', exact: true }).click()
  }
  await first.click()
  await page.getByLabel('计量单位').fill('件')
  await page.getByLabel('理由').fill('起草科室确认：按件计')
  await page.getByRole('button', { name: '改正这一句' }).click()
  await page.getByText('每件扣0.5分').first().waitFor()
  await page.getByRole('button', { name: '改正一.3的读法' }).click()
  await page.getByRole('button', { name: '改正这一句' }).click()
}
