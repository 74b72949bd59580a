import { describe, expect, test } from 'vitest'
import { CODE_SETS, type CodeSet } from './code-sets.ts'
import { COMMON_COLUMNS } from './data-set.ts'
import { DATA_SETS, dataSet, findDataSet, findField } from './data-sets.ts'
import { derivedColumns } from './derived-columns.ts'
import { plainName } from './same-name.ts'

const SQL_NAME = /^[a-z][a-z0-9_]*$/

describe.each(DATA_SETS.map((set) => [set.name, set] as const))('%s', (_name, set) => {
  const names = set.fields.map(({ name }) => name)
  const derived = derivedColumns(set).map(({ name }) => name)

  test('begins with a required id', () => {
    expect(set.fields[0]).toMatchObject({ name: 'record_id', kind: { kind: 'id' }, isRequired: true })
  })

  test('knows the day of every record', () => {
    const recordedOn = findField(set, set.recordedOn)
    expect(recordedOn).toMatchObject({ isRequired: true })
    expect(['date', 'time']).toContain(recordedOn?.kind.kind)
  })

  test('has columns that SQL can name, each once', () => {
    const columns = [...names, ...derived, ...Object.keys(COMMON_COLUMNS)]
    expect(columns.filter((column) => !SQL_NAME.test(column))).toEqual([])
    expect(columns.filter((column, at) => columns.indexOf(column) !== at)).toEqual([])
  })

  test('has no two fields that sources may call the same', () => {
    const called = set.fields.flatMap(({ name, chinese, alsoCalled }) =>
      [...new Set([name, chinese, ...alsoCalled].map(plainName))].map((word) => ({ word, name })),
    )
    const isTaken = ({ word, name }: (typeof called)[number]) =>
      called.some((other) => other.word === word && other.name !== name)
    expect(called.filter(isTaken)).toEqual([])
  })

  test('says in Chinese what every field is and means', () => {
    const texts = [set.chinese, set.meaning, ...set.fields.flatMap(({ chinese, meaning }) => [chinese, meaning])]
    expect(texts.filter((text) => !/\p{Script=Han}/u.test(text))).toEqual([])
  })

  test('derives working days and seconds from days and times only', () => {
    const strange = set.fields.filter(({ kind, derives }) => {
      if (kind.kind === 'time') return false
      return kind.kind === 'date' ? derives.includes('seconds') : derives.length > 0
    })
    expect(strange).toEqual([])
  })

  test('keeps personal data in texts only, which can be masked', () => {
    expect(set.fields.filter(({ personal, kind }) => personal !== null && kind.kind !== 'text')).toEqual([])
  })

  test('is found by its name', () => {
    expect(findDataSet(set.name)).toBe(dataSet(set.name))
  })
})

test('no two data sets share a name, in either language', () => {
  expect(new Set(DATA_SETS.map(({ name }) => name)).size).toBe(DATA_SETS.length)
  expect(new Set(DATA_SETS.map(({ chinese }) => chinese)).size).toBe(DATA_SETS.length)
})

const codeSets: readonly (readonly [string, CodeSet])[] = Object.entries(CODE_SETS)

describe.each(codeSets)('the codes of %s', (_name, { codes, source }) => {
  test('are words, each with a label in Chinese', () => {
    expect(codes.filter(({ code }) => !/^[a-z][a-z-]*$/.test(code))).toEqual([])
    expect(codes.filter(({ labels: [usual] }) => !/\p{Script=Han}/u.test(usual))).toEqual([])
  })

  test('are each meant by their own words only, and never by a digit', () => {
    const words = codes.flatMap(({ code, labels }) => [code, ...labels])
    expect(words.filter((word, at) => words.indexOf(word) !== at)).toEqual([])
    expect(words.filter((word) => /^\p{N}+$/u.test(word))).toEqual([])
  })

  test('have digits where a standard defines them, each once', () => {
    const digits = codes.flatMap(({ standard }) => standard ?? [])
    expect(new Set(digits).size).toBe(digits.length)
    expect(source === null && digits.length > 0).toBe(false)
  })

  test('are all ranked, each differently, or none is', () => {
    const ranks = codes.flatMap(({ rank }) => rank ?? [])
    expect([0, codes.length]).toContain(ranks.length)
    expect(new Set(ranks).size).toBe(ranks.length)
  })
})

test('every set of codes is used', () => {
  const used = DATA_SETS.flatMap(({ fields }) => fields.map(({ kind }) => (kind.kind === 'code' ? kind.codes : null)))
  expect(Object.keys(CODE_SETS).filter((name) => !used.some((one) => one === name))).toEqual([])
})
