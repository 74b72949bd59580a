/** The level of `## heading`; 0 for other lines. */
export function headingLevel(text: string): number {
  return /^#{1,6}(?=[^#])/.exec(text)?.[0].length ?? 0
}

/** The length of a bullet or of the sign of a quotation in front of a line. `- 1分` is a price. */
export function bulletLength(text: string): number {
  const match = /^(?:[-*+]\s+(?!\d+(?:\.\d+)?\s{0,3}分)|[•●◆■▪]\s*|>\s?)/.exec(text)
  return match?.[0].length ?? 0
}

/** `---`, `***` and the fences of code. */
export function isRule(text: string): boolean {
  return /^(?:-{3,}|\*{3,}|_{3,}|={3,}|`{3,}\w*|~{3,}\w*)$/.test(text)
}

/** `|---|:--:|` under the names of the columns. */
export function isDelimiterRow(text: string): boolean {
  return text.includes('-') && text.includes('|') && /^[|:\-\s]+$/.test(text)
}
