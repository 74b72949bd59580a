import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { setClock } from '../../src/adapters/clock/set-clock.ts'
import { timestamp } from '../../src/core/kernel/timestamp.ts'
import { addCalendars, addPerson, firstSignIn, type NewPerson } from './found-office.ts'
import { noisyPhoto } from './noisy-photo.ts'
import { openPile } from './on-the-phone.ts'
import { openedInstallation } from './opened-demo.ts'
import { signInAs } from './sign-in-as.ts'
import { watchPage } from './watch-page.ts'

const OF_THE_NOTICE = new URL('../../notices/qingpu-2021/', import.meta.url)
const textOf = (name: string) => readFileSync(new URL(name, OF_THE_NOTICE), 'utf8')

const PASSWORD = 'steelyard and 31 weights'
const WHAT_WAS_SEEN = '十二月例会无故缺席'
/** A year that is nearly over, so that it can be closed on the first working day of the next. */
const [LAST_DAYS, AFTER_THE_YEAR] = [timestamp('2021-12-30T09:00:00+08:00'), timestamp('2022-01-04T09:00:00+08:00')]
const OFFICE = [
  ['assessor', '周考核', '考核员'],
  ['inspector', '陈检查', '检查员'],
  ['reviewer', '吴复核', '复核员'],
  ['leader', '郑主任', '领导'],
  ['auditor', '冯审计', '审计员'],
] as const

const clock = setClock(LAST_DAYS)
const oneTime = new Map<string, string>()
const watched: (readonly string[])[] = []
const { browser, served } = await openedInstallation(clock)

test('an assessment lives its whole life on the pages, from a new installation to a verified publication', async () => {
  oneTime.set('admin', served.oneTimePassword)
  const administrator = await firstComeIn('admin')
  await administrator.getByText('还没有考核').waitFor()
  await administrator.getByRole('link', { name: '添加人员' }).click()
  for (const [username, name, role] of OFFICE) await addNoted(administrator, { username, name, role })
  await addCalendars(administrator, [
    [2021, textOf('calendar-2021.json')],
    [2022, textOf('calendar-2022.json')],
  ])

  const assessor = await firstComeIn('assessor')
  await compileAdoptAndOpen(assessor)
  await answerQuestion(assessor)
  await administrator.goto(`${served.address}/administration/people`)
  await addNoted(administrator, { username: 'center', name: '钱中心', role: '街镇中心', center: '东街道' })
  await administrator.context().close()

  const auditor = await firstComeIn('auditor')
  await auditor.getByRole('heading', { name: '总览' }).waitFor()
  await auditor.context().close()

  const inspector = await firstComeIn('inspector', { viewport: { width: 390, height: 844 } })
  await recordOnPhone(inspector)
  await inspector.context().close()

  const finding = await notifyCenter(assessor)
  const center = await firstComeIn('center')
  await contest(center)
  await substantiate(assessor)
  await appeal(center)
  await center.context().close()
  await assessor.context().close()

  const leader = await firstComeIn('leader')
  const row = leader.getByRole('region', { name: '名次' }).getByRole('row').filter({ hasText: '东街道' })
  await expect.poll(() => row.locator('.sc').innerText()).toBe('93')
  await leader.getByText('此刻，实时更新').waitFor()
  const reviewer = await firstComeIn('reviewer')
  await vary(reviewer, finding)
  await reviewer.context().close()
  await expect.poll(() => row.locator('.sc').innerText()).toBe('94')
  await row.getByRole('link', { name: '东街道' }).click()
  await leader.locator('.official .total').filter({ hasText: '94' }).waitFor()
  await leader.context().close()

  clock.set(AFTER_THE_YEAR)
  const closing = await comeAgain('assessor')
  const publicAddress = await closeSealAndPublish(closing)
  await closing.context().close()
  const exporting = await comeAgain('auditor')
  await verifyChain(exporting)
  const bundle = await exportBundle(exporting)
  await exporting.context().close()
  await verifyAsAnybody(publicAddress, bundle)
  expect(watched.flat()).toEqual([])
}, 400_000)

async function firstComeIn(username: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 1000 }, ...options })
  const page = await context.newPage()
  watched.push(watchPage(page, served.address))
  await firstSignIn(page, served.address, username, { oneTime: oneTime.get(username) ?? '', own: PASSWORD })
  return page
}

async function addNoted(page: Page, person: NewPerson): Promise<void> {
  oneTime.set(person.username, await addPerson(page, person))
}

/** Days later: whoever was signed in no longer is. */
async function comeAgain(username: string): Promise<Page> {
  const page = await signInAs(browser, { address: served.address, password: PASSWORD }, username)
  watched.push(watchPage(page, served.address))
  return page
}

async function goTo(page: Page, name: RegExp): Promise<void> {
  await page.getByRole('navigation', { name: '各页' }).getByRole('link', { name }).click()
}

async function compileAdoptAndOpen(page: Page): Promise<void> {
  await page.getByRole('link', { name: '编译通知' }).click()
  await page.getByLabel('通知正文').fill(textOf('notice.txt'))
  await page.getByRole('button', { name: '编译', exact: true }).click()
  await page.getByText('读成10个部分、51句规则').waitFor()
  await page.getByLabel('细则的名称').fill('centers-2021')
  await page.getByRole('button', { name: '采用这份细则' }).click()
  await page.getByRole('heading', { name: '细则已采用' }).waitFor()
  await page.getByLabel('考核的编号').fill('2021')
  await page.getByLabel('从').fill('2021-01-01')
  await page.getByLabel('到').fill('2021-12-31')
  await page.getByLabel('参加考核的中心').fill('east 东街道\nwest 西街道\nsouth 南镇')
  await page.getByRole('button', { name: '开启', exact: true }).click()
  await page.waitForURL(/assessments\/2021\/notice/)
}

async function answerQuestion(page: Page): Promise<void> {
  const note = page.locator('[data-note="7.3/once-or-per-occurrence"]')
  await note.getByRole('button', { name: '答复' }).click()
  await note.getByLabel('甲 整个周期只扣一回').check()
  await note.getByLabel('理由').fill('年初已说明，合并定一次')
  await note.getByRole('button', { name: '定为口径' }).click()
  await note.getByText('K-08').waitFor()
  await note.getByText('周考核').waitFor()
}

async function recordOnPhone(page: Page): Promise<void> {
  await page.getByRole('button', { name: '选今天的站' }).click()
  await page.getByRole('checkbox', { name: '东街道' }).click()
  await page.getByRole('button', { name: '东街道提前一站' }).waitFor()
  await page.getByRole('button', { name: '选好了' }).click()
  await page.getByRole('button', { name: '到了，开始检查' }).click()
  const tabs = page.getByRole('navigation', { name: '巡查的三页' })
  await tabs.getByRole('link', { name: '记一条' }).click()
  await page.getByLabel('找一款：编号或句中的字').fill('七.3')
  await page.getByRole('link', { name: /^七\.3/ }).click()
  await page.getByLabel('说明').fill(WHAT_WAS_SEEN)
  const photo = { name: 'IMG_1.jpg', mimeType: 'image/jpeg', buffer: await noisyPhoto(1) }
  await page.getByLabel('选照片').and(page.locator('input')).setInputFiles(photo)
  await page.getByAltText('照片1').waitFor()
  await page.getByRole('button', { name: '记好，待发' }).click()
  await page.getByRole('button', { name: '记好，待发' }).waitFor({ state: 'detached' })
  await openPile(page, '已发', 1)
  await page.getByText('服务器已按指纹核对1/1件').waitFor()
}

async function openFinding(page: Page): Promise<void> {
  await goTo(page, /^问题/)
  await page.getByRole('link', { name: WHAT_WAS_SEEN }).click()
  await page.locator('.finding-voices').waitFor()
}

/** Its address. */
async function notifyCenter(page: Page): Promise<string> {
  await openFinding(page)
  await page.locator('.finding-voice img').first().waitFor()
  await page.getByRole('button', { name: '告知中心' }).click()
  await page.getByText('还没有答复，可以答复到2022-01-07。').waitFor()
  return page.url()
}

async function contest(page: Page): Promise<void> {
  await page.waitForURL(/\/center$/)
  await page.getByRole('button', { name: '答复', exact: true }).click()
  const form = page.locator('.acts-form')
  await form.getByLabel(/^有异议/).check()
  await form.getByLabel('哪里不符，为什么').fill('当日有疫情处置任务，已口头请假')
  await form
    .locator('input[type=file]')
    .setInputFiles({ name: '值班表.jpg', mimeType: 'image/jpeg', buffer: await noisyPhoto(2) })
  await form.getByText('服务器已收齐，摘要一致').waitFor()
  await form.getByLabel('值班表.jpg说明什么').fill('当日值班安排')
  await form.getByRole('button', { name: '提出异议' }).click()
  await form.waitFor({ state: 'detached' })
}

async function substantiate(page: Page): Promise<void> {
  await page.reload()
  await page.getByText('当日有疫情处置任务').first().waitFor()
  await page.getByRole('radio', { name: '2 分', exact: true }).check()
  await page.getByRole('textbox', { name: '理由' }).fill('请假没有记录，影响全区工作布置')
  await page.getByRole('button', { name: '查实，扣2分' }).click()
  await page.locator('.finding-decided').getByText('请假没有记录').first().waitFor()
}

async function appeal(page: Page): Promise<void> {
  await page.reload()
  const turn = page.getByRole('region', { name: '等本中心办的' })
  await turn.getByRole('button', { name: '申诉', exact: true }).click()
  const form = turn.locator('.acts-form')
  await form.getByLabel('第1条理由').fill('会后当天补学并报送了落实情况，情节较轻')
  await form.getByRole('button', { name: '提出申诉' }).click()
  await form.waitFor({ state: 'detached' })
}

async function vary(page: Page, finding: string): Promise<void> {
  await openFinding(page)
  expect(page.url()).toContain(new URL(finding).pathname)
  await page.getByText('变更', { exact: true }).click()
  await page.getByRole('radio', { name: '1 分', exact: true }).check()
  await page.getByLabel('书面答复').fill('采纳，按最低档')
  await page.getByRole('button', { name: '变更为扣1分' }).click()
  await page.getByRole('heading', { name: '改动的数' }).waitFor()
  await page.locator('.finding-changes').getByText('合计').waitFor()
}

/** The address of what is published. */
async function closeSealAndPublish(page: Page): Promise<string> {
  const confirmed = async (button: string) => {
    await page.getByRole('button', { name: button, exact: true }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: '确定' }).click()
    await dialog.waitFor({ state: 'detached' })
  }
  await goTo(page, /^定稿$/)
  await confirmed('结束周期')
  await page.getByText(/^周期已经结束/).waitFor()
  await page.getByLabel('没有办完为什么定稿').fill('其余口径不影响本年度任何中心的得分')
  await confirmed('定稿')
  await page.getByRole('heading', { name: '定稿和核验码' }).waitFor()
  await page.getByLabel('公示说明').fill('现将2021年度考核结果公示')
  await confirmed('公示')
  const link = page.getByRole('link', { name: '公示页' })
  await link.waitFor()
  return `${served.address}${await link.getAttribute('href')}`
}

async function verifyChain(page: Page): Promise<void> {
  await goTo(page, /^管理$/)
  await page.getByRole('link', { name: '台账与备份' }).click()
  await page.getByRole('button', { name: '核验2021', exact: true }).click()
  await page.getByText(/^完整：\d+条逐条相符。$/).waitFor()
}

async function exportBundle(page: Page): Promise<Buffer> {
  await goTo(page, /^定稿$/)
  await page.getByRole('heading', { name: '定稿和核验码' }).waitFor()
  const downloading = page.waitForEvent('download')
  await page.getByRole('link', { name: '整个考核的核对包' }).click()
  return readFile(await (await downloading).path())
}

async function verifyAsAnybody(address: string, bundle: Buffer): Promise<void> {
  const context = await browser.newContext()
  const page = await context.newPage()
  watched.push(watchPage(page, served.address))
  await page.goto(address)
  await page.getByText('现将2021年度考核结果公示').waitFor()
  // A year without a complaint adds a point once it is over: 九.2.
  await page.getByRole('row').filter({ hasText: '东街道' }).getByText('95', { exact: true }).waitFor()
  expect(await page.locator('body').innerText()).not.toMatch(/周考核|陈检查|吴复核|钱中心/u)
  const changed = Buffer.from(bundle)
  const at = bundle.indexOf('"occurrences":1') + '"occurrences":'.length
  expect(at).toBeGreaterThan(100)
  changed[at] = '2'.charCodeAt(0)
  for (const [name, buffer, verdict] of [
    ['genuine.bundle.jsonl', bundle, /^一致/u],
    ['changed.bundle.jsonl', changed, /^不一致/u],
  ] as const) {
    await page.getByLabel('选择文件').setInputFiles({ name, mimeType: 'application/x-ndjson', buffer })
    const entry = page.locator('.public-verified > li').filter({ hasText: name })
    await entry.getByRole('button', { name: '清除' }).waitFor()
    expect(await entry.innerText()).toMatch(verdict)
  }
  await context.close()
}
