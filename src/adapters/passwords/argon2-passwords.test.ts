import { expect, test } from 'vitest'
import { argon2Passwords, STANDARD_EFFORT, type Argon2Effort } from './argon2-passwords.ts'

const cheap: Argon2Effort = { memoryCost: 8, timeCost: 1, parallelism: 1 }
const hasher = argon2Passwords(cheap)

test('a hash is salted argon2id that names its effort, and knows its password again', async () => {
  const [one, other] = await Promise.all([hasher.hash('Quiet-River-42'), hasher.hash('Quiet-River-42')])
  expect(one).toMatch(/^\$argon2id\$v=19\$m=8,t=1,p=1\$/)
  expect(one).not.toBe(other)
  expect(await hasher.matches(one, 'Quiet-River-42')).toBe(true)
  expect(await hasher.matches(one, 'quiet-river-42')).toBe(false)
})

test('a password typed in full width is the same', async () => {
  expect(await hasher.matches(await hasher.hash('Ａｂ３'), 'Ab3')).toBe(true)
})

test.each<[string, Partial<Argon2Effort>, boolean]>([
  ['the same', {}, false],
  ['more memory', { memoryCost: 16 }, true],
  ['more passes', { timeCost: 2 }, true],
  ['more lanes', { parallelism: 2, memoryCost: 16 }, true],
])('a hash is outdated where %s is asked for', async (_title, more, isOutdated) => {
  expect(argon2Passwords({ ...cheap, ...more }).isOutdated(await hasher.hash('x'))).toBe(isOutdated)
})

test('a hash of more effort than asked for is not outdated', async () => {
  expect(hasher.isOutdated(await argon2Passwords({ ...cheap, timeCost: 2 }).hash('x'))).toBe(false)
})

test('the standard effort is at least what OWASP asks for argon2id', () => {
  expect(STANDARD_EFFORT.memoryCost).toBeGreaterThanOrEqual(19 * 1_024)
  expect(STANDARD_EFFORT.timeCost).toBeGreaterThanOrEqual(2)
})

test('wasting takes the work of a match and refuses nothing', async () => {
  await expect(hasher.waste('anything')).resolves.toBeUndefined()
})
