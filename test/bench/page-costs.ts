import type { CDPSession, Page } from 'playwright-core'

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

/** Stretches in which a page could not answer, in milliseconds: by the clock, and by the processor that they took. */
export interface PageTasks {
  readonly byClock: readonly number[]
  readonly byProcessor: readonly number[]
}

/** A stretch that a person can feel. */
const LONG_MS = 50

/**
 * The long tasks of the main threads of pages while `act` goes on. On a busy machine a task is long by the clock because others
 * run in between: what the page itself does is what the processor counts.
 */
export async function longTasksDuring(page: Page, act: () => Promise<unknown>): Promise<PageTasks> {
  const session = await page.context().newCDPSession(page)
  const events: TraceEvent[] = []
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])))
  await session.send('Tracing.start', { categories: 'toplevel,__metadata', transferMode: 'ReportEvents' })
  await act()
  await endTracing(session)
  await session.detach()
  const threads = new Set(
    events.flatMap((event) =>
      event.name === 'thread_name' && event.args?.name === 'CrRendererMain' ? [`${event.pid} ${event.tid}`] : [],
    ),
  )
  if (threads.size === 0) throw new Error('no main thread of a page was traced')
  const tasks = events.filter(
    ({ name, ph, pid, tid }) => ph === 'X' && name.endsWith('RunTask') && threads.has(`${pid} ${tid}`),
  )
  if (tasks.length === 0) throw new Error('no task of a page was traced')
  const longer = (times: readonly (number | undefined)[]) =>
    times.flatMap((time = 0) => (time > LONG_MS * 1000 ? [time / 1000] : [])).toSorted((one, other) => other - one)
  return { byClock: longer(tasks.map(({ dur }) => dur)), byProcessor: longer(tasks.map(({ tdur }) => tdur)) }
}

/** `none`, or how many there were and how long the longest was. */
export function tasksSaid({ byClock, byProcessor }: PageTasks): string {
  const said = (tasks: readonly number[]) =>
    tasks.length === 0 ? 'none' : `${tasks.length}, longest ${Math.round(tasks[0] ?? 0)} ms`
  return `long tasks: ${said(byProcessor)}; by the clock ${said(byClock)}`
}

interface TraceEvent {
  readonly name: string
  readonly ph: string
  readonly pid: number
  readonly tid: number
  readonly dur?: number
  readonly tdur?: number
  readonly args?: { readonly name?: string }
}

async function endTracing(session: CDPSession): Promise<void> {
  const over = new Promise<void>((resolve) => session.once('Tracing.tracingComplete', () => resolve()))
  await session.send('Tracing.end')
  await over
}
