import type { Page } from 'playwright-core'
import { expect } from 'vitest'

export interface Here {
  readonly address: string
  readonly assessmentId: string
  readonly centerId: string
}

/** Signed in, today's round chosen, at its first center, and the page put on the phone. */
export async function arrive(page: Page, address: string, password: string, note = '本页已存进手机'): Promise<Here> {
  await page.goto(`${address}/inspection`)
  await page.getByLabel('用户名').fill('inspector-1')
  await page.getByLabel('密码').fill(password)
  await page.getByRole('button', { name: '登录' }).click()
  await page.getByText(note).waitFor()
  await page.getByRole('button', { name: '选今天的站' }).click()
  for (const place of [1, 0]) await page.getByRole('group').getByRole('checkbox').nth(place).click()
  await page.getByRole('button', { name: '选好了' }).click()
  await page.getByRole('heading', { name: '今天两站' }).waitFor()
  await page.getByRole('button', { name: '到了，开始检查' }).click()
  await page
    .getByRole('button', { name: /查过，未见/ })
    .first()
    .waitFor()
  const { pathname, searchParams } = new URL(page.url())
  return {
    address,
    assessmentId: decodeURIComponent(pathname.split('/')[2] ?? ''),
    centerId: searchParams.get('center') ?? '',
  }
}

/** One finding under 三.5 of the checklist that is open, and back to it. */
export async function record(page: Page, here: Here, remark: string, photos: readonly Buffer[]): Promise<void> {
  await page.getByRole('link', { name: /^三\.5 记一条/ }).click()
  await page.getByLabel('说明').fill(remark)
  const files = photos.map((buffer, place) => ({ name: `IMG_${place}.jpg`, mimeType: 'image/jpeg', buffer }))
  await page.getByLabel('选照片').and(page.locator('input')).setInputFiles(files)
  await page.getByAltText(`照片${photos.length}`).waitFor()
  await page.getByRole('button', { name: '记好，待发' }).click()
  await page.locator('.insp-checklist').first().waitFor()
  expect(new URL(page.url()).searchParams.get('center')).toBe(here.centerId)
}

export async function openPile(page: Page, pile: string, count: number): Promise<void> {
  await page.getByRole('link', { name: '已记' }).click()
  await page.getByRole('tab', { name: pile }).click()
  await expect.poll(async () => countIn(page, pile)).toBe(count)
}

export async function countIn(page: Page, pile: string): Promise<number> {
  return Number(/\d+/.exec(await page.getByRole('tab', { name: pile }).innerText())?.[0])
}
