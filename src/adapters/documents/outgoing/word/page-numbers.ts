import { AlignmentType, Footer, PageNumber, Paragraph, TextRun } from 'docx'
import type { PageLayout } from './page-layout.ts'

/** — 1 —, with the dash U+2014: in a letter one sign in from the outer edge, else in the middle. */
export function pageNumbers({ isLetter }: PageLayout): { default: Footer; even?: Footer } {
  if (!isLetter) return { default: footer('center') }
  return { default: footer('right'), even: footer('left') }
}

/** 四号: one sign is 14 points. */
const SIGN = 280

function footer(side: 'left' | 'center' | 'right'): Footer {
  return new Footer({
    children: [
      new Paragraph({
        style: 'PageNumber',
        alignment:
          side === 'center' ? AlignmentType.CENTER : side === 'left' ? AlignmentType.LEFT : AlignmentType.RIGHT,
        indent: side === 'center' ? {} : { [side]: SIGN },
        children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'] })],
      }),
    ],
  })
}
