import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { newerLine } from './newer-line.ts'
import { noisyPhoto } from './noisy-photo.ts'
import { arrive, openPile, record } from './on-the-phone.ts'
import { openedDemo } from './opened-demo.ts'
import { watchPage } from './watch-page.ts'

// A microphone that beeps, opened without asking.
const { browser, demo } = await openedDemo(['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'])

async function phone(): Promise<{ readonly page: Page; readonly context: BrowserContext }> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } })
  return { context, page: await context.newPage() }
}

test.each([
  ['of this browser', null],
  ['that writes nothing but WebM', 'audio/webm'],
])(
  'a voice note by the microphone of a browser %s is heard here and on the server, byte for byte',
  async (_what, only) => {
    const { context, page } = await phone()
    if (only !== null)
      await page.addInitScript(
        `const known = MediaRecorder.isTypeSupported; MediaRecorder.isTypeSupported = (kind) => kind.startsWith('${only}') && known.call(MediaRecorder, kind)`,
      )
    const complaints = watchPage(page, demo.address)
    const { assessmentId } = await arrive(page, demo.address, demo.password)
    await page.getByRole('link', { name: /^三\.5 记一条/ }).click()
    await page.getByLabel('说明').fill('口述')
    await page.getByRole('button', { name: '录音', exact: true }).click()
    await page.getByText(/[2-9]秒/).waitFor()
    await page.getByRole('button', { name: '停止' }).click()
    const player = page.getByLabel('语音', { exact: true })
    await player.waitFor()
    await expect.poll(async () => page.evaluate(`document.querySelector('audio').readyState`)).toBeGreaterThan(0)
    await page.getByRole('button', { name: '记好，待发' }).click()
    await openPile(page, '已发', 1)
    await page.getByText('服务器已按指纹核对1/1件').waitFor()
    const [digest] = await page.evaluate<readonly string[]>(KEPT_DIGESTS)
    const at = `/api/v1/assessments/${encodeURIComponent(assessmentId)}/evidence/${digest}`
    const held = await page.evaluate<{ type: string; seconds: number }>(`(${HEARD})('${at}')`)
    expect(held.type).toMatch(only === null ? /^(audio|video)\// : /webm$/)
    expect(held.seconds).toBeGreaterThan(0.5)
    expect(complaints).toEqual([])
    await context.close()
  },
)

test('a phone without room for a photo says so and keeps what was typed; a smaller one finds room', async () => {
  const { context, page } = await phone()
  const devices = await context.newCDPSession(page)
  await devices.send('Storage.overrideQuotaForOrigin', { origin: new URL(demo.address).origin, quotaSize: 20e6 })
  await arrive(page, demo.address, demo.password)
  await page.getByRole('link', { name: /^三\.5 记一条/ }).click()
  await page.getByLabel('说明').fill('手机满了')
  const small = await noisyPhoto(71)
  // By its path: through the protocol such a photo takes longer than all the rest.
  const pick = async (bytes: Buffer) => {
    const path = join(tmpdir(), `too-large-${bytes.length}.jpg`)
    await writeFile(path, bytes)
    await page.getByLabel('选照片').and(page.locator('input')).setInputFiles(path)
  }
  await pick(Buffer.concat([small, Buffer.alloc(30e6)]))
  await page.getByText('手机存不下了，刚才的没有留住').waitFor()
  expect(await page.getByAltText('照片1').count()).toBe(0)
  await pick(small)
  await page.getByAltText('照片1').waitFor()
  await page.getByText('手机存不下了').waitFor({ state: 'detached' })
  await page.reload()
  await page.getByText('手机满了').waitFor()
  await page.getByRole('button', { name: '记好，待发' }).click()
  await openPile(page, '已发', 1)
  await page.getByText('服务器已按指纹核对1/1件').waitFor()
  await context.close()
})

test('a new version takes over when the page is opened again: what was recorded and what is being written stay', async () => {
  const line = await newerLine(demo.address)
  const { context, page } = await phone()
  const here = await arrive(page, line.address, demo.password)
  const [before] = await page.evaluate<readonly string[]>('caches.keys()')
  await context.setOffline(true)
  await record(page, here, '旧版本上记的', [await noisyPhoto(72)])
  await context.setOffline(false)
  await openPile(page, '已发', 1)
  await page.goto(
    `${line.address}/assessments/${encodeURIComponent(here.assessmentId)}/inspection?center=${here.centerId}`,
  )
  await page.getByRole('link', { name: /^三\.5 记一条/ }).click()
  await page.getByLabel('说明').fill('写到一半换版本')
  await page.getByText('已存本机', { exact: true }).waitFor()
  line.release()
  await page.evaluate('navigator.serviceWorker.getRegistration().then(async (one) => void (await one.update()))')
  await expect
    .poll(async () => page.evaluate('navigator.serviceWorker.getRegistration().then((one) => one.waiting !== null)'))
    .toBe(true)
  // It waits: the page that is being written on is still the old one.
  expect(await page.getByLabel('说明').inputValue()).toBe('写到一半换版本')
  expect(await page.evaluate('caches.keys()')).toContain(before)
  await page.reload()
  await expect
    .poll(async () => page.evaluate<readonly string[]>('caches.keys()').catch(() => []))
    .toEqual([`${before?.replace(/[^-]+$/, '')}release-1`])
  expect(await page.getByLabel('说明').inputValue()).toBe('写到一半换版本')
  await page.getByRole('button', { name: '存草稿' }).click()
  await openPile(page, '草稿', 1)
  await openPile(page, '已发', 1)
  await context.setOffline(true)
  await page.reload()
  await openPile(page, '已发', 1)
  await page.getByText('旧版本上记的').first().waitFor()
  await context.close()
  await line.close()
})

/** In the browser's own words, whose types tests have not. */
const KEPT_DIGESTS = `new Promise((resolve, reject) => {
  const asked = indexedDB.open('mingheng-phone')
  asked.onerror = () => reject(asked.error)
  asked.onsuccess = () => {
    const all = asked.result.transaction('files').objectStore('files').getAll()
    all.onsuccess = () => resolve(all.result.map(({ digest }) => digest))
  }
})`

/** WebM as it is recorded does not say how long it is; decoded, it does. */
const HEARD = `async (address) => {
  const answer = await fetch(address)
  const heard = await new AudioContext().decodeAudioData(await answer.arrayBuffer())
  return { type: answer.headers.get('content-type'), seconds: heard.duration }
}`
