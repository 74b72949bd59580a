import {
  BorderStyle,
  Document,
  ImageRun,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  WidthType,
  type FileChild,
} from 'docx'
import type { Page } from 'playwright-core'
import sharp from 'sharp'

/** A notice in Word, one of its tables pasted as a picture, chosen and read; then the page on which it was taken. */
export async function chooseFile(page: Page): Promise<void> {
  const mimeType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  const chosen = { name: '关于开展窗口考核的通知.docx', mimeType, buffer: await noticeInWord() }
  await page.locator('input[type=file]').setInputFiles(chosen)
  await page.getByText('图片里的文字没有读出').waitFor()
}

async function noticeInWord(): Promise<Buffer> {
  const picture = sharp({ create: { width: 900, height: 300, channels: 3, background: '#d8d2c4' } })
  const data = await picture.png().toBuffer()
  const children: FileChild[] = [
    new Paragraph('窗口考核评分细则（2021年）'),
    table([
      ['考核内容', '考核项目'],
      ['一、服务（20分）', '1、工作人员没有到岗，查实一例扣1分；经回访仍不满意的，扣2分。'],
      ['', '2、发生有责投诉的，每件扣0.5分。'],
      ['二、加分', '1、获得区级以上表扬的，每次加0.5分。'],
    ]),
    new Paragraph({ children: [new ImageRun({ type: 'png', data, transformation: { width: 600, height: 200 } })] }),
  ]
  return Packer.toBuffer(new Document({ sections: [{ children }] }))
}

function table(rows: readonly (readonly string[])[]): Table {
  const line = { style: BorderStyle.SINGLE, size: 4, color: '000000' }
  const borders = { top: line, bottom: line, left: line, right: line }
  const cell = (text: string) => new TableCell({ borders, children: [new Paragraph(text)] })
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: rows.map((texts) => new TableRow({ children: texts.map(cell) })),
  })
}
