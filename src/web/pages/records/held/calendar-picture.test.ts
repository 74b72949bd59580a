import { describe, expect, test } from 'vitest'
import { calendarPicture } from './calendar-picture.ts'

const NOTHING = { from: null, to: null }

function held(dataSet: string, months: Readonly<Record<string, number>>) {
  const counts = Object.entries(months).map(([month, records]) => ({
    month,
    records,
    sources: [{ source: 'city', records, imports: 2 }],
  }))
  const records = counts.reduce((sum, one) => sum + one.records, 0)
  return { dataSet, records, months: counts, sources: ['city'], lastImportAt: null }
}

test.each<[given: string, months: Readonly<Record<string, number>>, steps: readonly number[]]>([
  ['one month is the fullest', { '2021-03': 7 }, [5]],
  ['a month between is empty', { '2021-03': 10, '2021-05': 1 }, [5, 0, 1]],
  ['shares of the fullest', { '2021-01': 100, '2021-02': 61, '2021-03': 60, '2021-04': 20 }, [5, 4, 3, 1]],
  ['over the turn of a year', { '2020-12': 1, '2021-01': 1 }, [5, 5]],
])('%s', (_given, months, steps) => {
  const { rows } = calendarPicture({ sets: [held('ratings', months)] }, NOTHING)
  expect(rows[0]?.cells.map(({ step }) => step)).toEqual(steps)
})

describe('the picture', () => {
  test('shows the whole period, held or not', () => {
    const picture = calendarPicture({ sets: [held('ratings', { '2021-03': 1 })] }, { from: '2021-01-01', to: '2021-12-31' }) // prettier-ignore
    expect(picture.months).toHaveLength(12)
  })

  test('goes beyond the period only where something is held', () => {
    const picture = calendarPicture({ sets: [held('ratings', { '2018-10': 9 })] }, { from: '2021-01-01', to: '2021-02-28' }) // prettier-ignore
    expect(picture.months).toEqual(['2018-10', '2021-01', '2021-02'])
  })

  test('tells every data set: what is held in the order of the house, and the rest by name', () => {
    const picture = calendarPicture({ sets: [held('meetings', { '2021-03': 1 }), held('ratings', { '2021-03': 900 })] }, NOTHING) // prettier-ignore
    expect(picture.rows.map(({ dataSet }) => dataSet)).toEqual(['ratings', 'meetings'])
    expect(picture.absent).toHaveLength(17)
    expect(picture.rows[1]?.cells[0]?.step).toBe(5)
  })

  test('leaves out the years between records that lie decades apart', () => {
    const picture = calendarPicture({ sets: [held('ratings', { '1999-03': 1, '2021-03': 1 })] }, NOTHING)
    expect(picture.months).toEqual(['1999-03', '2021-03'])
  })

  test('of nothing has no months', () => {
    expect(calendarPicture({ sets: [] }, NOTHING)).toMatchObject({ months: [], rows: [] })
  })
})

test('a row opens to its sources: how many records of each month, in how many imports', () => {
  const [row] = calendarPicture({ sets: [held('ratings', { '2021-03': 7, '2021-05': 1 })] }, NOTHING).rows
  expect(row?.bySource).toEqual([
    {
      source: 'city',
      cells: [
        { month: '2021-03', records: 7, imports: 2 },
        { month: '2021-04', records: 0, imports: 0 },
        { month: '2021-05', records: 1, imports: 2 },
      ],
    },
  ])
})
