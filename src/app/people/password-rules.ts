import { COMMON_PASSWORDS } from './common-passwords.ts'

/** GB/T 22239 asks for complexity and regular change without figures; these are the usual ones. */
export const PASSWORD_DAYS = 90
export const PASSWORDS_KEPT = 5
const MIN_LENGTH = 10
const MAX_LENGTH = 128
const MIN_CLASSES = 3

/** What is wrong with a password for this username, as parts of a sentence; empty where nothing is. Lengths are in characters. */
export function passwordFaults(password: string, username: string): readonly string[] {
  const text = password.normalize('NFKC')
  const length = Array.from(text).length
  const plain = text.toLowerCase()
  const faults: string[] = []
  if (length < MIN_LENGTH) faults.push(`至少 ${MIN_LENGTH} 个字符`)
  if (length > MAX_LENGTH) faults.push(`至多 ${MAX_LENGTH} 个字符`)
  if (classesOf(text) < MIN_CLASSES) faults.push('大写字母、小写字母、数字、其他符号中至少有三类')
  if (plain.includes(username.toLowerCase())) faults.push('不能包含用户名')
  if (isCommon(plain)) faults.push('不能用常见的密码')
  return faults
}

function classesOf(text: string): number {
  return [/\p{Lu}/u, /\p{Ll}/u, /\p{Nd}/u, /[^\p{Lu}\p{Ll}\p{Nd}]/u].filter((kind) => kind.test(text)).length
}

/** Also a common one with signs put before or after it: `P@ssw0rd2021!`. */
function isCommon(plain: string): boolean {
  const letters = plain.replaceAll(/[@0$13!5]/g, (sign) => LOOKALIKES[sign] ?? sign)
  const cores = [plain, letters].flatMap((text) => [text, text.replaceAll(/^[^\p{L}]+|[^\p{L}]+$/gu, '')])
  return cores.some((core) => COMMON_PASSWORDS.has(core))
}

const LOOKALIKES: Readonly<Record<string, string>> = {
  '@': 'a',
  '0': 'o',
  $: 's',
  '1': 'i',
  '3': 'e',
  '!': 'i',
  '5': 's',
}
