import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { environmentName, KEY_RULES } from '../../src/main/configuration-keys.ts'
import { readGuide } from '../scale/bench/sizing-file.ts'

const guide = readGuide()

test('every metric that a node tells is explained, and no other', () => {
  const told = ['server', 'main'].flatMap((room) => {
    const folder = fileURLToPath(new URL(`../../src/${room}/`, import.meta.url))
    const files = readdirSync(folder).filter((name) => name.endsWith('.ts'))
    return files.flatMap((name) => namesIn(readFileSync(join(folder, name), 'utf8')))
  })
  expect(told.length).toBeGreaterThan(5)
  expect(new Set(namesIn(guide))).toEqual(new Set(told))
})

test('settings that it names are settings', () => {
  // `MINGHENG_DATA` is the data folder by the name that the commands know too.
  const known = new Set(['MINGHENG_DATA', ...Object.keys(KEY_RULES).flatMap((key) => [key, environmentName(key)])])
  const named = [...guide.matchAll(/`(MINGHENG_\w+|(?:database|record|object|held|drain|node)[A-Z]\w+)`/g)]
  expect(named.length).toBeGreaterThan(5)
  expect(named.map(([, name = '']) => name).filter((name) => !known.has(name))).toEqual([])
})

function namesIn(text: string): string[] {
  return [...text.matchAll(/mingheng_[a-z]+(?:_[a-z]+)*/g)].map(([name]) => name)
}
