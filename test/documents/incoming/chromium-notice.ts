import { chromium, type Browser } from 'playwright-core'
import { findBrowser } from '../../e2e/find-browser.ts'
import type { ContentParagraph, NoticeContent } from './notice-content.ts'

/** How a browser sets a notice on pages. */
export interface ChromiumSetting {
  readonly width?: string
  readonly height?: string
  readonly margin?: string
  readonly css?: string
  /** Heads and feet, as Chromium prints them. */
  readonly isNumbered?: boolean
}

/** A browser that prints; the caller closes it. */
export async function openPrinter(): Promise<Browser> {
  const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run']
  return chromium.launch({ executablePath: await findBrowser(), args: ['--no-sandbox', ...quiet] })
}

/** A notice as PDF by Chromium, each item a row beside its section's name. */
export function chromiumNotice(
  browser: Browser,
  content: NoticeContent,
  setting: ChromiumSetting = {},
): Promise<Uint8Array> {
  return printed(browser, page(content, setting.css ?? ''), setting)
}

export async function printed(browser: Browser, html: string, setting: ChromiumSetting = {}): Promise<Uint8Array> {
  const { width = '210mm', height = '297mm', margin = '30mm', isNumbered = false } = setting
  const tab = await browser.newPage()
  try {
    await tab.setContent(html)
    return await tab.pdf({
      width,
      height,
      margin: { top: margin, bottom: margin, left: margin, right: margin },
      displayHeaderFooter: isNumbered,
      headerTemplate: '<div style="font-size:9px;width:100%;text-align:center">青浦区政务服务办公室文件</div>',
      footerTemplate:
        '<div style="font-size:9px;width:100%;text-align:center">第 <span class="pageNumber"></span> 页 共 <span class="totalPages"></span> 页</div>',
    })
  } finally {
    await tab.close()
  }
}

function page({ before, header, sections, total, after }: NoticeContent, css: string): string {
  const rows = sections.flatMap(({ heading, criteria }) =>
    criteria.map(({ mark, text }, at) => {
      const spans = `rowspan="${criteria.length}"`
      const named = at === 0
      return `<tr>${named ? `<td ${spans}>${heading}</td>` : ''}<td>${mark}${text}</td>${named ? `<td ${spans}></td>` : ''}</tr>`
    }),
  )
  return `<!doctype html><meta charset="utf-8"><style>${STYLE}${css}</style>
${before.map(paragraph).join('\n')}
<table><thead><tr>${header.map((name) => `<th>${name}</th>`).join('')}</tr></thead>
<tbody>${rows.join('\n')}<tr>${total.map((cell) => `<td>${cell}</td>`).join('')}</tr></tbody></table>
${after.map(paragraph).join('\n')}`
}

const STYLE = `
body { font: 12pt "Noto Serif CJK SC", "Noto Sans CJK SC", serif }
table { border-collapse: collapse; width: 100% }
td, th { border: 1px solid #000; padding: 4px 6px }
td:first-child[rowspan] { width: 22% }
h1, h2 { text-align: center }`

function paragraph({ text, level }: ContentParagraph): string {
  return level > 0 ? `<h${level}>${text}</h${level}>` : `<p>${text}</p>`
}
