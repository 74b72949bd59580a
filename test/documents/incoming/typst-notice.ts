import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { ContentParagraph, NoticeContent } from './notice-content.ts'

/** How typst sets a notice on pages. */
export interface TypstSetting {
  readonly width?: string
  readonly height?: string
  readonly margin?: string
  /** Whether each item has a row of its own, or each section one cell for all. */
  readonly rows?: 'items' | 'sections'
  readonly stroke?: string
  readonly columns?: string
  /** Lines in front of everything else: heads, feet, page numbers. */
  readonly setup?: string
  /** The rules as paragraphs, without a table. */
  readonly isPlain?: boolean
  readonly alignment?: string
}

/** A notice as PDF by typst, in the fonts of the project: what no office program has drawn. */
export function typstNotice(content: NoticeContent, setting: TypstSetting = {}): Uint8Array {
  return typstPdf(notice(content, setting))
}

let compiler: NodeCompiler | null = null

function typstPdf(source: string): Uint8Array {
  compiler ??= NodeCompiler.create({ fontArgs: [{ fontPaths: FONTS }] })
  const made = compiler.compile({ mainFileContent: source })
  if (made.result === null) throw new Error(JSON.stringify(made.takeDiagnostics()?.shortDiagnostics))
  return compiler.pdf(made.result)
}

const FONTS = ['400Regular', '700Bold'].map((weight) => `node_modules/@expo-google-fonts/noto-serif-sc/${weight}`)

function notice({ before, header, sections, total, after }: NoticeContent, setting: TypstSetting): string {
  const { width = '210mm', height = '297mm', margin = '(top: 37mm, bottom: 35mm, left: 28mm, right: 26mm)' } = setting
  const rows = sections.flatMap(({ heading, criteria }) => {
    const items = criteria.map(({ mark, text }) => `${mark}${text}`)
    if (setting.isPlain) return [heading, ...items].map((text) => `#par[#${literal(text)}]`)
    if (setting.rows === 'items') {
      const [first = '', ...others] = items
      const spans = `rowspan: ${items.length}`
      return [
        `table.cell(${spans}, ${literal(heading)}), ${literal(first)}, table.cell(${spans})[],`,
        ...others.map((text) => `${literal(text)},`),
      ]
    }
    return [`${literal(heading)}, [${items.map((text) => `#${literal(text)}`).join(' #parbreak() ')}], [],`]
  })
  const cells = (texts: readonly string[]) => texts.map((text) => `${literal(text)}, `).join('')
  const table = [
    `#table(columns: ${setting.columns ?? '(2.2fr, 6fr, 1fr)'}, stroke: ${setting.stroke ?? '0.5pt'}, align: ${setting.alignment ?? 'top'},`,
    `table.header(${cells(header)}),`,
    ...rows,
    `${cells(total)})`,
  ]
  return [
    `#set page(width: ${width}, height: ${height}, margin: ${margin})`,
    '#set text(font: "Noto Serif SC", size: 12pt, lang: "zh")',
    setting.setup ?? '',
    ...before.map(paragraph),
    ...(setting.isPlain ? rows : table),
    ...after.map(paragraph),
  ].join('\n')
}

function paragraph({ text, level }: ContentParagraph): string {
  if (level > 0) return `#align(center, text(size: ${26 - 4 * level}pt, weight: "bold")[#${literal(text)}])`
  const isShort = text.length < 30
  return isShort ? `#par[#${literal(text)}]` : `#par(first-line-indent: (amount: 2em, all: true))[#${literal(text)}]`
}

function literal(text: string): string {
  return JSON.stringify(text)
}
