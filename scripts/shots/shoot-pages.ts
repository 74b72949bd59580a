import { join } from 'node:path'
import type { Browser, BrowserContext, BrowserContextOptions } from 'playwright-core'
import { DEMO_CITY, OBSERVER } from '../../src/app/demo-district/demo-accounts.ts'
import type { OpenDemoDistrict } from '../../test/demo/open-demo-district.ts'
import type { ShotPage } from './shot-pages.ts'

const WIDTHS = [1440, 1024, 390]
const THEMES = ['light', 'dark'] as const

/** Takes every picture and tells each: its file, and whether anything on it is wider than the screen. */
export async function* shootPages(
  browser: Browser,
  demo: OpenDemoDistrict,
  pages: readonly ShotPage[],
  folder: string,
): AsyncGenerator<string> {
  const contexts = new Map<string | null, BrowserContext>()
  // The public is not told what assessments there are.
  const reader = await signedIn(browser, demo, 'leader')
  for (const shot of pages) {
    const context = contexts.get(shot.username) ?? (await signedIn(browser, demo, shot.username))
    contexts.set(shot.username, context)
    const address = demo.address + (await filledIn(reader, demo, shot.at))
    for (const theme of THEMES)
      for (const width of WIDTHS) {
        const page = await context.newPage()
        await page.setViewportSize({ width, height: width < 700 ? 844 : 900 })
        await page.addInitScript(`localStorage.setItem('mingheng.theme', '${theme}')`)
        await page.goto(address)
        await page.locator('main').first().waitFor()
        await page.locator('[aria-busy=true]').first().waitFor({ state: 'detached' })
        await shot.first?.(page)
        const name = `${shot.name}-${width}-${theme}.png`
        const wide = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')
        await page.screenshot({ path: join(folder, name), fullPage: true })
        await page.close()
        yield wide > 0 ? `${name}: ${wide} px wider than the screen` : name
      }
  }
}

export async function signedIn(
  browser: Browser,
  demo: OpenDemoDistrict,
  username: string | null,
  options: BrowserContextOptions = {},
): Promise<BrowserContext> {
  const usual = { locale: 'zh-CN', timezoneId: 'Asia/Shanghai', reducedMotion: 'reduce' } as const
  const context = await browser.newContext({ ...usual, ...options })
  if (username === null) return context
  const district = username === OBSERVER.username ? DEMO_CITY.tenantId : demo.district
  const { status, statusText } = await context.request
    .post(`${demo.address}/api/v1/session`, { data: { district, username, password: demo.password } })
    .then((response) => ({ status: response.status(), statusText: response.statusText() }))
  if (status !== 200) throw new Error(`${username} cannot sign in: ${status} ${statusText}`)
  return context
}

export async function filledIn(reader: BrowserContext, demo: OpenDemoDistrict, at: string): Promise<string> {
  if (!at.includes('{')) return at
  const response = await reader.request.get(`${demo.address}/api/v1/assessments`)
  const { assessments } = (await response.json()) as { assessments: { assessmentId: string; stage: string }[] }
  const [center] = demo.accounts.flatMap(({ centerId }) => centerId ?? [])
  const named = (stages: readonly string[]) =>
    assessments.find(({ stage }) => stages.includes(stage))?.assessmentId ?? ''
  return at
    .replace('{assessment}', named(['running']))
    .replace('{published}', named(['published']))
    .replace('{district}', demo.district)
    .replace('{center}', center ?? '')
}
