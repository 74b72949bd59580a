import { createHash } from 'node:crypto'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import { mortalDemo } from './mortal-demo.ts'
import { noisyPhoto } from './noisy-photo.ts'
import { arrive, countIn, openPile, record, type Here } from './on-the-phone.ts'
import { openBrowser } from './open-browser.ts'
import { signInOver, type SignedIn } from './sign-in-over.ts'
import { unsteadyLine } from './unsteady-line.ts'
import { watchPage } from './watch-page.ts'

const FINDINGS = 30
const SEED = Number(process.env['SEED'] ?? 20211025)

const browser = await openBrowser()
const demo = await mortalDemo()
const line = await unsteadyLine(SEED)
line.leadTo(await demo.start())
afterAll(async () => {
  await browser.close()
  await line.close()
  await demo.close()
})

test('thirty findings recorded without a network, with the tab killed, reach a server that dies over a line that breaks, once and byte for byte', async () => {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } })
  let page = await context.newPage()
  const complaints = [watchPage(page, line.address)]
  const here = await arrive(page, line.address, demo.password)
  const digests = new Map<string, readonly string[]>()
  let bytes = 0

  await context.setOffline(true)
  for (let count = 1; count <= FINDINGS; count += 1) {
    if (count === 11) await page.reload()
    if (count === 21) page = await killAndReopen(page, context, here, complaints)
    const own = await photosOf(count)
    bytes += own.reduce((sum, { length }) => sum + length, 0)
    digests.set(remarkOf(count), own.map(digestOf).sort())
    await record(page, here, remarkOf(count), own)
  }
  await page.getByText(`没有网络，照常记录。${FINDINGS}条待发`).waitFor()
  await openPile(page, '待发', FINDINGS)

  line.shake(true)
  const isUnderWay = line.carried(bytes / 2)
  await context.setOffline(false)
  await isUnderWay
  await demo.kill()
  await expect.poll(async () => countIn(page, '已发')).toBeGreaterThanOrEqual(5)
  expect(await countIn(page, '已发')).toBeLessThan(FINDINGS)
  line.leadTo(await demo.start())
  // A phone that comes up the stairs: it need not wait for its next half minute.
  await context.setOffline(true)
  await context.setOffline(false)
  await expect.poll(async () => countIn(page, '已发'), { timeout: 180_000, interval: 500 }).toBe(FINDINGS)
  expect([await countIn(page, '待发'), await countIn(page, '草稿')]).toEqual([0, 0])
  expect(line.breaks()).toBeGreaterThan(3)
  line.shake(false)

  const assessor = await signInOver(line.address, 'assessor-1', demo.password)
  const arrived = await findingsSaying(assessor, here.assessmentId, '离线')
  expect(arrived.map(({ description }) => description).sort()).toEqual([...digests.keys()].sort())
  for (const { findingId, description } of arrived) {
    const found = await evidenceOf(assessor, here.assessmentId, findingId)
    expect(found).toEqual({ reports: 1, digests: digests.get(description) })
  }
  await page.getByRole('tab', { name: '已发' }).click()
  expect(await page.getByText(/服务器已按指纹核对(\d)\/\1件/).count()).toBe(FINDINGS)
  expect(complaints.flat()).toEqual([])
  await context.close()
}, 400_000)

/** In the middle of a sentence; what was typed is among the drafts, and is thrown away. */
async function killAndReopen(
  page: Page,
  context: BrowserContext,
  { address, assessmentId, centerId }: Here,
  complaints: (readonly string[])[],
): Promise<Page> {
  await page.getByRole('link', { name: /^三\.5 记一条/ }).click()
  await page.getByLabel('说明').fill('写到一半')
  await page.getByText('已存本机', { exact: true }).waitFor()
  const session = await context.newCDPSession(page)
  const crashed = page.waitForEvent('crash')
  // Whoever is killed does not answer.
  session.send('Page.crash').catch(() => undefined)
  await crashed
  await page.close()
  const next = await context.newPage()
  complaints.push(watchPage(next, address))
  await next.goto(`${address}/assessments/${encodeURIComponent(assessmentId)}/inspection?tab=records`)
  await next.getByRole('tab', { name: '草稿' }).click()
  await next.getByText('写到一半').waitFor()
  await next.getByRole('button', { name: '删除草稿' }).click()
  await next.getByRole('tooltip').getByRole('button', { name: '删除草稿' }).click()
  await next.getByText('没有草稿').waitFor()
  await next.goto(`${address}/assessments/${encodeURIComponent(assessmentId)}/inspection?center=${centerId}`)
  return next
}

/** Every third has two. */
async function photosOf(count: number): Promise<readonly Buffer[]> {
  return Promise.all([noisyPhoto(SEED + count * 2), ...(count % 3 === 0 ? [noisyPhoto(SEED + count * 2 + 1)] : [])])
}

function remarkOf(count: number): string {
  return `离线第${count}条`
}

function digestOf(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex')
}

interface Told {
  readonly findingId: string
  readonly description: string
}

async function findingsSaying({ ask }: SignedIn, assessmentId: string, words: string): Promise<readonly Told[]> {
  const found: Told[] = []
  let cursor: string | null = null
  do {
    const query: string = cursor === null ? '' : `&cursor=${cursor}`
    const answer = await ask(`/api/v1/assessments/${encodeURIComponent(assessmentId)}/findings?limit=200${query}`)
    const said = (await answer.json()) as { findings: readonly { finding: Told }[]; next: string | null }
    found.push(...said.findings.map(({ finding }) => finding))
    cursor = said.next
  } while (cursor !== null)
  return found.filter(({ description }) => description.startsWith(words))
}

/** Downloaded and taken anew: what the ledger names and what the server holds are one. */
async function evidenceOf({ ask }: SignedIn, assessmentId: string, findingId: string) {
  const at = `/api/v1/assessments/${encodeURIComponent(assessmentId)}`
  const answer = await ask(`${at}/findings/${findingId}`)
  const { history } = (await answer.json()) as {
    history: readonly { type: string; evidence: readonly { digest: string }[] }[]
  }
  const named = history.flatMap(({ evidence }) => evidence.map(({ digest }) => digest))
  const held = await Promise.all(
    named.map(async (digest) => digestOf(Buffer.from(await (await ask(`${at}/evidence/${digest}`)).arrayBuffer()))),
  )
  expect(held).toEqual(named)
  return { reports: history.length, digests: held.sort() }
}
