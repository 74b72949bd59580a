import { readFile } from 'node:fs/promises'
import type { BrowserContext, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { accessibilityFaults } from './check-accessible.ts'
import { noisyPhoto } from './noisy-photo.ts'
import { arrive, countIn, openPile, record, type Here } from './on-the-phone.ts'
import { openedDemo } from './opened-demo.ts'
import { watchPage } from './watch-page.ts'

/** A name that leads here and that no browser takes for this machine: plain HTTP, as on a bare address. */
const PLAIN = 'office.test'

const { browser, demo } = await openedDemo([`--host-resolver-rules=MAP ${PLAIN} 127.0.0.1`])

async function onPhone(
  work: (page: Page, here: Here, context: BrowserContext) => Promise<void>,
  address = demo.address,
  theme: 'light' | 'dark' = 'light',
): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, colorScheme: theme })
  const page = await context.newPage()
  const complaints = watchPage(page, address)
  await work(page, await arrive(page, address, demo.password), context)
  expect(complaints).toEqual([])
  await context.close()
}

test.each(['light', 'dark'] as const)(
  'axe finds nothing serious on any of its tabs (%s), and none is wider than the phone',
  async (theme) => {
    await onPhone(
      async (page, here) => {
        await expectFit(page)
        await page.getByRole('link', { name: /^三\.5 记一条/ }).click()
        await page.getByLabel('说明').fill('三号窗口无人')
        await page
          .getByLabel('选照片')
          .and(page.locator('input'))
          .setInputFiles(photoFile(await noisyPhoto(1)))
        await page.getByAltText('照片1').waitFor()
        await expectFit(page)
        await page.getByRole('button', { name: '存草稿' }).click()
        await page.getByRole('tab', { name: '草稿' }).waitFor()
        await expectFit(page)
        await page.getByRole('link', { name: '记一条', exact: true }).click()
        await page.getByRole('button', { name: /服务环境/ }).click()
        await expectFit(page)
        await page.getByRole('link', { name: '路线' }).click()
        await page.getByRole('button', { name: '改路线' }).waitFor()
        await expectFit(page)
        await page.getByRole('button', { name: '改路线' }).click()
        await page.getByRole('button', { name: '选好了' }).waitFor()
        await expectFit(page)
        expect(here.centerId).not.toBe('')
      },
      demo.address,
      theme,
    )
  },
)

test.each([
  ['/mingheng.webmanifest', 'application/manifest+json', 'no-cache'],
  ['/service-worker.js', 'javascript', 'no-cache'],
  ['/icon-512.png', 'image/png', 'no-cache'],
])('%s comes as %s and is asked for again', async (path, type, caching) => {
  const answer = await fetch(`${demo.address}${path}`)
  expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, caching])
  expect(answer.headers.get('content-type')).toContain(type)
})

test('the phone keeps the page with its headers whole, and no answer of the interface', async () => {
  await onPhone(async (page) => {
    const kept = await page.evaluate<readonly KeptFile[]>(WHAT_IS_KEPT)
    expect(kept.filter(({ path }) => path.startsWith('/api'))).toEqual([])
    const shell = kept.find(({ path }) => path === '/inspection')
    const nonce = /'nonce-([^']+)'/.exec(shell?.policy ?? '')?.[1]
    expect(nonce).toMatch(/^.{16,}$/)
    expect(shell?.text).toContain(`nonce="${nonce}"`)
  })
})

test('what the server refuses is held with its reason, the next one goes, and both are in no danger', async () => {
  await onPhone(async (page, here, context) => {
    await context.setOffline(true)
    await record(page, here, '不是照片', [Buffer.from('only text')])
    await record(page, here, '是照片', [await noisyPhoto(2)])
    await context.setOffline(false)
    await openPile(page, '待发', 1)
    await page.getByText('服务器不收的1条，单独搁置，不影响其他').waitFor()
    await page.getByText('不能作为证据上传').waitFor()
    await expect.poll(async () => countIn(page, '已发')).toBe(1)
    await expectFit(page)
    const saved = page.waitForEvent('download')
    await page.getByRole('button', { name: '导出救援文件' }).click()
    await page.getByText('救援文件里有1条记录、1件附件').waitFor()
    const content = await readFile(await (await saved).path())
    await page.getByRole('button', { name: '改一改' }).click()
    await page.getByRole('button', { name: '去掉照片1' }).click()
    await page.getByRole('button', { name: '记好，待发' }).click()
    await openPile(page, '已发', 2)
    await onPhone(async (other) => {
      await openPile(other, '待发', 0)
      await other.getByLabel('读入救援文件').and(other.locator('input')).setInputFiles({
        name: 'r.mhrescue',
        mimeType: 'application/octet-stream',
        buffer: content,
      })
      await other.getByText('读入1条记录、1件附件').waitFor()
      await openPile(other, '待发', 1)
    })
  })
})

test('confirmed photos may be cleared, and the record stays readable', async () => {
  await onPhone(async (page, here) => {
    await record(page, here, '可以清理', [await noisyPhoto(3)])
    await openPile(page, '已发', 1)
    await page.getByText('服务器已按指纹核对1/1件　可清理').waitFor()
    await page.getByRole('button', { name: /清理已核对的照片/ }).click()
    await page
      .getByRole('tooltip')
      .getByRole('button', { name: /清理已核对的照片/ })
      .click()
    await page.getByText('看全文').click()
    await page.getByText('原图已清理，服务器上有').waitFor()
    await page.locator('.insp-said').getByText('可以清理').waitFor()
  })
})

test('on plain HTTP the page says what does not work, and the outbox sends all the same', async () => {
  const address = `http://${PLAIN}:${new URL(demo.address).port}`
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } })
  const page = await context.newPage()
  const here = await arrive(page, address, demo.password, '这个地址不是https')
  await context.setOffline(true)
  await record(page, here, '没有https', [await noisyPhoto(4)])
  await openPile(page, '待发', 1)
  await context.setOffline(false)
  await openPile(page, '已发', 1)
  await page.getByText('服务器已按指纹核对1/1件').waitFor()
  await context.close()
})

interface KeptFile {
  readonly path: string
  readonly policy: string | null
  readonly text: string
}

/** In the browser's own words, whose types tests have not. */
const WHAT_IS_KEPT = `(async () => {
  const found = []
  for (const name of await caches.keys()) {
    const cache = await caches.open(name)
    for (const { url } of await cache.keys()) {
      const answer = await cache.match(url)
      const path = new URL(url).pathname
      const text = path === '/inspection' ? await answer.text() : ''
      found.push({ path, policy: answer.headers.get('content-security-policy'), text })
    }
  }
  return found
})()`

function photoFile(buffer: Buffer) {
  return { name: 'IMG_1.jpg', mimeType: 'image/jpeg', buffer }
}

async function expectFit(page: Page): Promise<void> {
  expect(await accessibilityFaults(page)).toEqual([])
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360)
}
