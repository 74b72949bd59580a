import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import type { OpenDemoDistrict } from '../demo/open-demo-district.ts'

/** A page of somebody of the demonstration district, signed in, in a browser of his or her own (`page.context().close()` ends it). */
export async function signInAs(
  browser: Browser,
  { address, password }: Pick<OpenDemoDistrict, 'address' | 'password'>,
  username: string,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 1000 }, ...options })
  const page = await context.newPage()
  await page.goto(`${address}/sign-in`)
  await page.getByLabel('用户名').fill(username)
  await page.getByLabel('密码').fill(password)
  await page.getByRole('button', { name: '登录' }).click()
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
  return page
}
