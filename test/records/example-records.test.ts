import { describe, expect, test } from 'vitest'
import { refOf } from '../../src/app/example-records/example-row.ts'
import { grouped } from '../../src/app/example-records/grouped.ts'
import { LINES } from '../../src/app/example-records/item-choice.ts'
import { cellsOf } from '../../src/app/example-records/source-cells.ts'
import { headerOf, profileOf } from '../../src/app/example-records/source-form.ts'
import { SOURCE_FORMS } from '../../src/app/example-records/source-forms.ts'
import type { ExportCell } from '../../src/app/ports/source-exports.ts'
import { id, type CenterId } from '../../src/core/kernel/identifiers.ts'
import { plainDate } from '../../src/core/kernel/plain-date.ts'
import { checkHeader, checkProfile } from '../../src/core/records/check-profile.ts'
import { checkRow, readRow } from '../../src/core/records/check-row.ts'
import { DATA_SETS, dataSet } from '../../src/core/records/data-sets.ts'
import { LINE } from '../detections/detection-case.ts'
import { CENTERS, DETECTIONS, SETTING, yearOfRecords } from './year-of-records.ts'

const year = yearOfRecords()
const rows = [...year.rows()]
const bySource = grouped(rows, ({ dataSet, source }) => `${source}/${dataSet}`)

describe('a year of records', () => {
  test('is the same for the same seed, and another for another', () => {
    const short = { cases: 600, centers: CENTERS.slice(0, 2) }
    const [one, again, other] = [1, 1, 2].map((seed) => {
      const made = yearOfRecords({ ...short, seed })
      return { key: made.key, rows: [...made.rows()], again: [...made.rows()] }
    })
    expect(again).toEqual(one)
    expect(one?.again).toEqual(one?.rows)
    expect(other?.key).not.toEqual(one?.key)
    expect(other?.rows).not.toEqual(one?.rows)
  })

  test('has every data set, and every source of the forms and no other', () => {
    expect([...new Set(rows.map(({ dataSet }) => dataSet))].toSorted()).toEqual(
      DATA_SETS.map(({ name }) => name).toSorted(),
    )
    expect([...bySource.keys()].toSorted()).toEqual(
      SOURCE_FORMS.map(({ source, dataSet }) => `${source}/${dataSet}`).toSorted(),
    )
  })

  test('gives no record number twice, and no day after the export', () => {
    expect(new Set(rows.map((row) => refOf(row))).size).toBe(rows.length)
    const asOf = `${SETTING.asOf} 24`
    // What is promised, planned or announced may lie ahead.
    const ahead = new Set(['promised_on', 'from_on', 'to_on', 'opens_on', 'closes_on', 'slot_at'])
    const late = rows.filter(({ dataSet: name, values }) =>
      dataSet(name).fields.some(
        (field) =>
          (field.kind.kind === 'date' || field.kind.kind === 'time') &&
          !ahead.has(field.name) &&
          String(values[field.name] ?? '') > asOf,
      ),
    )
    expect(late).toEqual([])
  })

  test('is about as large as was asked, rated six in ten, online more than half, and quiet at weekends', () => {
    const cases = rows.filter(({ dataSet }) => dataSet === 'service_cases')
    const rated = rows.filter(({ dataSet, values }) => dataSet === 'ratings' && values['channel'] !== 'system-default')
    expect(cases.length / SETTING.cases).toBeCloseTo(1, 0)
    expect(rated.length / cases.length).toBeGreaterThan(0.5)
    expect(rated.length / cases.length).toBeLessThan(0.7)
    const atCounters = cases.filter(({ values }) => values['channel'] === 'counter')
    const onDays = (isRest: boolean) => {
      const rest = new Map(LINE.days.map(({ day, isWorkingDay }) => [String(day), !isWorkingDay]))
      const count = atCounters.filter(
        ({ values }) => rest.get(String(values['submitted_at']).slice(0, 10)) === isRest,
      ).length
      return count / [...rest].filter(([day, one]) => day < '2022' && one === isRest).length
    }
    expect(onDays(true)).toBeLessThan(onDays(false) / 3)
  })

  test('plants something for every detection of the notice, and knows each by one name', () => {
    expect([...new Set(year.key.map(({ detection }) => detection))].toSorted()).toEqual(
      DETECTIONS.map(({ name }) => name).toSorted(),
    )
    expect(new Set(year.key.map((one) => `${one.detection} ${one.centerId} ${one.subject}`)).size).toBe(year.key.length)
  })

  test.each([2021, 2022, 2023])(
    'has every line at every general counter, but where that is planted: seed %i',
    (seed) => {
      const made = yearOfRecords({ seed, cases: 9000 })
      const all = [...made.rows()]
      const generals = new Set(
        all.flatMap(({ dataSet, values }) =>
          dataSet === 'counters' && values['kind'] === 'general' ? [values['counter_id']] : [],
        ),
      )
      const cases = all.filter(
        ({ dataSet, values }) => dataSet === 'service_cases' && generals.has(values['counter_id'] ?? ''),
      )
      const byCounter = grouped(cases, ({ values }) => `${values['center_id']}/${values['counter_id']}`)
      const missing = [...byCounter].flatMap(([counter, own]) => {
        const lines = new Set(own.map(({ values }) => values['line']))
        return LINES.filter((line) => !lines.has(line)).map((line) => `${counter}/${line}`)
      })
      expect(missing).toHaveLength(1)
      expect(missing).toEqual(planted(made, 'general-counter-line-missing'))
    },
  )

  test('plants nothing that no detection looks for', () => {
    const limits = { ...SETTING.limits, has: (name: string) => name === 'receipt-missing' }
    const made = yearOfRecords({ cases: 600, limits })
    expect([...new Set(made.key.map(({ detection }) => detection))]).toEqual(['receipt-missing'])
  })

  test('names in its key only records that are there', () => {
    const known = new Set(rows.map((row) => refOf(row)))
    const named = year.key.flatMap(({ records }) => records.filter((ref) => !/^(?:absent|measure):/u.test(ref)))
    expect(named.filter((ref) => !known.has(ref))).toEqual([])
  })

  test.each([1, 2, 3, 40])('can be had for %i centers', (count) => {
    const centers = Array.from({ length: count }, (_, at) => ({ id: id<CenterId>(`c${at}`), name: `第${at}中心` }))
    const made = yearOfRecords({ centers, cases: 100 * count })
    expect([...made.rows()].length).toBeGreaterThan(100 * count)
    expect(made.key.length).toBeGreaterThan(10 * count)
  })

  test('can be had where the calendar ends with the period', () => {
    const asOf = plainDate('2021-12-31')
    const calendar = { ...SETTING.calendar, to: asOf }
    const made = yearOfRecords({ cases: 600, calendar, asOf })
    expect([...made.rows()].length).toBeGreaterThan(600)
  })
})

function planted({ key }: typeof year, detection: string): readonly string[] {
  return key.flatMap((breach) => (breach.detection === detection ? [breach.subject] : []))
}

describe.each(SOURCE_FORMS)('$fileName', (form) => {
  const profile = profileOf(form, CENTERS)
  const header = headerOf(form)
  const ground = { centers: new Set(CENTERS.map(({ id }) => id)), line: LINE }
  const set = dataSet(form.dataSet)

  test('has a profile that says everything and fits its header', () => {
    expect(checkProfile(profile)).toEqual([])
    expect(checkHeader(profile, header)).toEqual({ missing: [], unknown: [] })
  })

  test('is read back as what was written, personal data masked', () => {
    const open = { ...profile, columns: unmasked(profile.columns) }
    const cells = cellsOf(form, CENTERS)
    for (const [at, { values }] of (bySource.get(`${form.source}/${form.dataSet}`) ?? []).slice(0, 500).entries()) {
      const raw = {
        row: at + 2,
        cells: Object.fromEntries(cells(values).map((cell, column) => [header[column], shown(cell)])),
      }
      expect(checkRow(set, open, ground, raw)).toEqual([])
      expect(withoutEmpty(readRow(set, open, ground, raw))).toEqual(withoutEmpty(values))
    }
  })
})

type Columns = ReturnType<typeof profileOf>['columns']

function unmasked(columns: Columns): Columns {
  return Object.fromEntries(Object.entries(columns).map(([name, mapping]) => [name, { ...mapping, privacy: 'keep' }]))
}

function withoutEmpty(values: Readonly<Record<string, unknown>>) {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null))
}

/** A cell as the import reads it. */
function shown(cell: ExportCell): string {
  if (cell === null) return ''
  return cell instanceof Date
    ? cell
        .toISOString()
        .slice(0, 19)
        .replace('T', ' ')
        .replace(/ 00:00:00$/u, '')
    : String(cell)
}
