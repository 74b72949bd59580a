import type { Page } from 'playwright-core'

/** Kilobytes over the wire and requests since it was called, as the browser counted them. */
export async function countBytes(page: Page): Promise<() => { readonly kilobytes: number; readonly requests: number }> {
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  await session.send('Network.setCacheDisabled', { cacheDisabled: false })
  let bytes = 0
  let requests = 0
  session.on('Network.requestWillBeSent', () => {
    requests += 1
  })
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength
  })
  return () => ({ kilobytes: Math.round(bytes / 1024), requests })
}

/** Notes every stretch over 50 ms in which a page could not answer. */
export async function noteLongTasks(page: Page): Promise<void> {
  await page.addInitScript(
    `globalThis.longTasks = [];
     new PerformanceObserver((list) => { for (const task of list.getEntries()) globalThis.longTasks.push(task.duration) })
       .observe({ type: 'longtask', buffered: true })`,
  )
}

/** `none`, or how many there were and how long the longest was. */
export async function longTasksDuring(page: Page, act: () => Promise<unknown>): Promise<string> {
  await page.evaluate('globalThis.longTasks.length = 0')
  await act()
  const tasks = await page.evaluate<number[]>('globalThis.longTasks')
  return tasks.length === 0 ? 'none' : `${tasks.length}, longest ${Math.round(Math.max(...tasks))} ms`
}
