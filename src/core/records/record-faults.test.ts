import { expect, test } from 'vitest'
import { recordFault, type RECORD_FAULTS, type RecordFaultCode } from './record-faults.ts'

/** What a cell may hold that would break the line or the table where the message stands. */
const NASTY = `<b>"x"\r\n${'长'.repeat(500)}\u0000`

/** One of each: a new code is a type error until it stands here. */
const FACTS: { readonly [Code in RecordFaultCode]: Parameters<(typeof RECORD_FAULTS)[Code]> } = {
  'value-missing': [],
  'id-wrong': [NASTY],
  'text-too-long': [NASTY],
  'date-wrong': [NASTY, '2021-03-01'],
  'date-outside': [NASTY, '2021-01-01', '2021-12-31'],
  'count-wrong': [NASTY],
  'code-unknown': [NASTY, '“满意”', NASTY],
  'label-contradicts': [NASTY, NASTY, '满意'],
  'center-unknown': [NASTY],
  'key-repeated': [NASTY, '2'],
  'columns-too-few': ['2', '3'],
  'row-too-long': ['700000'],
  'columns-too-many': ['4', '3'],
  'quote-broken': [],
  'cell-error': [NASTY],
  'formula-empty': [],
  'number-too-long': [NASTY],
  'text-broken': [NASTY],
  'value-nested': [],
  'key-doubled': [NASTY],
  'key-unknown': [NASTY],
  'line-not-record': [],
}

test.each(Object.entries(FACTS))(
  '%s is one line in Chinese that says what to do, whatever the cell holds',
  (code, facts) => {
    const fault = recordFault({ row: 2, column: '满意度', value: NASTY }, code as RecordFaultCode, ...(facts as []))
    expect(fault).toMatchObject({ row: 2, column: '满意度', value: NASTY, code })
    expect(fault.message).toMatch(/^\P{Cc}{6,200}$/u)
    expect(fault.message).toMatch(/；./)
  },
)

test('a message quotes whole characters, and no more of a value than a line holds', () => {
  const { message } = recordFault({ row: 2, column: null, value: null }, 'id-wrong', '𠮷'.repeat(60))
  expect(message).toContain(`“${'𠮷'.repeat(40)}…”`)
})
