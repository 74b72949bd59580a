import type { IFontAttributesProperties } from 'docx'

/**
 * The faces that offices set documents in. Nothing is embedded: Word takes the first of each where the office has it (which
 * it must to write its own letters) and else one of the others, as the table of fonts in the file says.
 */
export const FACES = {
  title: { name: '方正小标宋简体', others: ['方正小标宋_GBK', '华文中宋', 'Noto Serif CJK SC'], family: 'roman' },
  body: { name: '仿宋_GB2312', others: ['仿宋', '方正仿宋_GBK', 'Noto Serif CJK SC'], family: 'modern' },
  second: { name: '楷体_GB2312', others: ['楷体', '方正楷体_GBK', 'Noto Serif CJK SC'], family: 'modern' },
  strong: { name: '黑体', others: ['SimHei', '方正黑体_GBK', 'Noto Sans CJK SC'], family: 'modern' },
  plain: { name: '宋体', others: ['SimSun', 'Noto Serif CJK SC'], family: 'auto' },
} as const

export type Face = keyof typeof FACES

/** One face for figures too, so that “ ” and — are as wide as the signs around them. */
export function fontOf(face: Face): IFontAttributesProperties {
  const { name } = FACES[face]
  return { ascii: name, hAnsi: name, eastAsia: name, cs: name }
}

/** The part `word/fontTable.xml`: for each face the names that may stand for it. */
export function fontTable(): string {
  const fonts = Object.values(FACES).map(
    ({ name, others, family }) =>
      `<w:font w:name="${name}"><w:altName w:val="${others.join(',')}"/><w:charset w:val="86"/>` +
      `<w:family w:val="${family}"/><w:pitch w:val="variable"/></w:font>`,
  )
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w="${WORD}">${fonts.join('')}</w:fonts>`
}

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
