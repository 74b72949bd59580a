import type { Page } from 'playwright-core'

/**
 * What no page may do, in the order in which it did it: throw, complain in the console (a refusal of the server is none), or ask
 * another host for anything.
 */
export function watchPage(page: Page, address: string): readonly string[] {
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(`threw: ${error.message}`))
  page.on('console', (message) => {
    const isRefusal = message.text().startsWith('Failed to load resource')
    if (message.type() === 'error' && !isRefusal) complaints.push(`console: ${message.text()}`)
  })
  page.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith(`${address}/`) && !url.startsWith('blob:')) complaints.push(`asked elsewhere: ${url}`)
  })
  return complaints
}
