import { bilingual } from '../text/bilingual.ts'

export const documentMenuText = bilingual(
  {
    document: '导出',
    docx: 'Word 文档',
    xlsx: 'Excel 工作簿（公式可重算）',
    pdf: 'PDF',
    making: (form: string) => `正在生成${form}……`,
    saved: (name: string) => `已保存：${name}`,
    close: '知道了',
  },
  {
    document: 'Export',
    docx: 'Word document',
    xlsx: 'Excel workbook (with live formulas)',
    pdf: 'PDF',
    making: (form) => `Making the ${form}…`,
    saved: (name) => `Saved: ${name}`,
    close: 'Close',
  },
)
