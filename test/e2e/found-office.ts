import type { Page } from 'playwright-core'

/** Somebody's first way in: with the password that was handed over, and one of the own from then on. */
export async function firstSignIn(
  page: Page,
  address: string,
  username: string,
  { oneTime, own }: { readonly oneTime: string; readonly own: string },
): Promise<void> {
  await page.goto(`${address}/sign-in`)
  await page.getByLabel('用户名').fill(username)
  await page.getByLabel('密码').fill(oneTime)
  await page.getByRole('button', { name: '登录' }).click()
  await page.getByRole('heading', { name: '先改密码' }).waitFor()
  await page.getByLabel('密码', { exact: true }).fill(oneTime)
  await page.getByLabel('新密码').fill(own)
  await page.getByLabel('再输一遍').fill(own)
  await page.getByRole('button', { name: '改好，继续' }).click()
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
}

export interface NewPerson {
  readonly username: string
  readonly name: string
  readonly role: string
  readonly center?: string
}

/** On the administrator's page of people; answers the one-time password, which is shown this once. */
export async function addPerson(page: Page, { username, name, role, center }: NewPerson): Promise<string> {
  const form = page.locator('.administration-form')
  if ((await form.count()) === 0) await page.getByRole('button', { name: '添加人员' }).click()
  await form.getByLabel('姓名').fill(name)
  await form.getByLabel('用户名').fill(username)
  await form.getByRole('checkbox', { name: role, exact: true }).check()
  if (center !== undefined) {
    await form.getByLabel('所属中心').click()
    await page.getByTitle(center, { exact: true }).click()
  }
  await form.getByRole('button', { name: '添加', exact: true }).click()
  const told = page.locator('.administration-once')
  await told.getByText(`${username}的一次性密码`).waitFor()
  const password = await told.locator('.code').innerText()
  await told.getByRole('button', { name: '已记下，收起' }).click()
  await page.getByRole('row').filter({ hasText: name }).waitFor()
  return password
}

/** From any tab of the administrator's pages: each as a file has it. */
export async function addCalendars(page: Page, calendars: readonly (readonly [year: number, json: string])[]) {
  await page.getByRole('link', { name: '工作日历' }).click()
  for (const [year, json] of calendars) {
    await page.getByRole('button', { name: '存入一版日历' }).click()
    await page.getByLabel('休息日和调休上班日').fill(json)
    const keep = page.getByRole('button', { name: '存入', exact: true })
    await keep.click()
    await keep.waitFor({ state: 'detached' })
    await page.getByRole('region', { name: `${year}年的工作日历` }).waitFor()
  }
}
