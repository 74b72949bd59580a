import stringWidth from 'string-width'
import { expect } from 'vitest'

/** No line is wider than the terminal, but for commands to be copied, or begins with closing punctuation. */
export function expectWellSet(output: string, columns: number): void {
  for (const text of output.split('\n')) {
    if (!text.includes('npx mingheng')) expect(stringWidth(text), text).toBeLessThanOrEqual(columns)
    expect(text).not.toMatch(/^[\s│·]*[，。；：）”、]/u)
  }
}
