/** A number as a sheet keeps it: 15 digits, without the noise of binary fractions and without an exponent. Null for no number. */
export function numberText(written: string): string | null {
  if (SHORT.test(written)) return written
  const value = written.trim() === '' ? Number.NaN : Number(written)
  return Number.isFinite(value) ? withoutExponent(String(Number(value.toPrecision(15)))) : null
}

/** More digits before the point than a sheet keeps: the others were lost, and nobody knows which they were. */
export function isTooLong(written: string): boolean {
  return Math.abs(Number(written)) >= 1e15
}

const SHORT = /^(?:0|-?[1-9]\d{0,14})$/u

function withoutExponent(text: string): string {
  const match = /^(-?)(\d)(?:\.(\d+))?e-(\d+)$/u.exec(text)
  if (match === null) return text
  const [, sign = '', first = '', rest = '', zeros = '0'] = match
  return `${sign}0.${'0'.repeat(Number(zeros) - 1)}${first}${rest}`
}
