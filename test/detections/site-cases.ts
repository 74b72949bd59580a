import type { DetectionCases } from './detection-case.ts'
import type { TestRecord } from './tables.ts'

const fault = (reported: string, repaired: string | null, more: TestRecord = {}): TestRecord => ({
  center_id: 'a',
  device: '自助终端',
  responsibility: 'center',
  reported_at: `${reported} 09:00:00`,
  repaired_at: repaired === null ? null : `${repaired} 16:00:00`,
  ...more,
})

export const REPAIR_LATE: DetectionCases = {
  detection: 'equipment-repair-late',
  rows: [
    [
      'repaired on the fifth working day, which is a Sunday worked in exchange',
      { equipment_faults: [fault('2021-04-19', '2021-04-25')] },
      [],
    ],
    ['repaired on the day after', { equipment_faults: [fault('2021-04-19', '2021-04-26')] }, ['a sys/1 2021-04-19 ×1']],
    ['five working days over a holiday of seven', { equipment_faults: [fault('2021-02-09', '2021-02-22')] }, []],
    ['and the next day', { equipment_faults: [fault('2021-02-09', '2021-02-23')] }, ['a sys/1 2021-02-09 ×1']],
    [
      'reported on a day of rest, the next working day is the first',
      { equipment_faults: [fault('2021-03-06', '2021-03-12')] },
      [],
    ],
    [
      'repaired on a Saturday after the last day',
      { equipment_faults: [fault('2021-03-05', '2021-03-13')] },
      ['a sys/1 2021-03-05 ×1'],
    ],
    ['not the center’s to repair', { equipment_faults: [fault('2021-03-01', null, { responsibility: 'system' })] }, []],
    [
      'the staff’s to repair',
      { equipment_faults: [fault('2021-03-01', null, { responsibility: 'staff' })] },
      ['a sys/1 2021-03-01 ×1'],
    ],
    ['still broken on the last day', { equipment_faults: [fault('2021-03-01', null)] }, [], { asOf: '2021-03-08' }],
    [
      'still broken a day later',
      { equipment_faults: [fault('2021-03-01', null)] },
      ['a sys/1 2021-03-01 ×1'],
      { asOf: '2021-03-09' },
    ],
    [
      'still broken when the day after the last is a Saturday',
      { equipment_faults: [fault('2021-03-05', null)] },
      ['a sys/1 2021-03-05 ×1'],
      { asOf: '2021-03-13' },
    ],
    ['of the year before', { equipment_faults: [fault('2022-01-04', null)] }, []],
    [
      'on the last day of the period, repaired in the next year',
      { equipment_faults: [fault('2021-12-31', '2022-01-11')] },
      ['a sys/1 2021-12-31 ×1'],
    ],
  ],
}

export const FAULTS_REPEATED: DetectionCases = {
  detection: 'equipment-faults-repeated',
  rows: [
    [
      'once in a month',
      { equipment_faults: [fault('2021-03-31', '2021-03-31'), fault('2021-04-01', '2021-04-01')] },
      [],
    ],
    [
      'on the first and the last day of a month',
      { equipment_faults: [fault('2021-03-01', '2021-03-01'), fault('2021-03-31', '2021-03-31')] },
      ['a a/2021-03 2021-03-01 ×1 <equipment_faults/sys/1@1>', 'a a/2021-03 2021-03-31 ×1 <equipment_faults/sys/2@1>'],
    ],
    [
      'three times, whoever answers for them',
      {
        equipment_faults: [
          fault('2021-05-03', '2021-05-03'),
          fault('2021-05-04', '2021-05-04', { responsibility: 'system' }),
          fault('2021-05-04', '2021-05-04'),
        ],
      },
      [
        'a a/2021-05 2021-05-03 ×2 <equipment_faults/sys/1@1>',
        'a a/2021-05 2021-05-04 ×2 <equipment_faults/sys/2@1>',
        'a a/2021-05 2021-05-04 ×2 <equipment_faults/sys/3@1>',
      ],
    ],
    [
      'twice in a month, beside another month of the center and another center in the month',
      {
        equipment_faults: [
          fault('2021-03-01', null),
          fault('2021-03-02', null),
          fault('2021-04-01', null),
          fault('2021-03-03', null, { center_id: 'b' }),
        ],
      },
      ['a a/2021-03 2021-03-01 ×1 <equipment_faults/sys/1@1>', 'a a/2021-03 2021-03-02 ×1 <equipment_faults/sys/2@1>'],
    ],
    [
      'two centers, once each',
      { equipment_faults: [fault('2021-03-01', null), fault('2021-03-02', null, { center_id: 'b' })] },
      [],
    ],
    ['twice, but in the year before', { equipment_faults: [fault('2022-01-04', null), fault('2022-01-05', null)] }, []],
  ],
}

const opening = (day: string, slot: string, status: string, more: TestRecord = {}): TestRecord => ({
  record_id: `${day}/${slot}`,
  center_id: 'a',
  day,
  slot,
  status,
  ...more,
})

/** Open morning and afternoon on every day from the first of the year to `last`. */
function openTo(last: number, but: readonly string[] = []): TestRecord[] {
  const days = Array.from({ length: last }, (_, place) => `2021-01-${String(place + 1).padStart(2, '0')}`)
  return days
    .flatMap((day) => [opening(day, 'morning', 'open'), opening(day, 'afternoon', 'open')])
    .filter(({ record_id }) => !but.includes(String(record_id)))
}

const soon = { asOf: '2021-01-03', centers: ['a'] }

export const OPENING_MISSED: DetectionCases = {
  detection: 'opening-missed',
  rows: [
    ['open on New Year’s day and over the weekend', { openings: openTo(3) }, [], soon],
    [
      'nothing registered on a Sunday afternoon',
      { openings: openTo(3, ['2021-01-03/afternoon']) },
      ['a a/2021-01 2021-01-03 ×1 <absent:openings/a/2021-01-03/afternoon>'],
      soon,
    ],
    [
      'registered as closed',
      { openings: [...openTo(3, ['2021-01-01/morning']), opening('2021-01-01', 'morning', 'closed')] },
      ['a a/2021-01 2021-01-01 ×1 <openings/sys/2021-01-01/morning@1>'],
      soon,
    ],
    [
      'closed with approval',
      { openings: [...openTo(3, ['2021-01-01/morning']), opening('2021-01-01', 'morning', 'excused')] },
      [],
      soon,
    ],
    [
      'closed in one list and open in another',
      { openings: [...openTo(3), opening('2021-01-02', 'morning', 'closed', { source: 'other' })] },
      [],
      soon,
    ],
    [
      'two slots are one suspicion of the month, with a line each',
      { openings: openTo(3, ['2021-01-02/morning', '2021-01-02/afternoon']) },
      [
        'a a/2021-01 2021-01-02 ×1 <absent:openings/a/2021-01-02/afternoon>',
        'a a/2021-01 2021-01-02 ×1 <absent:openings/a/2021-01-02/morning>',
      ],
      soon,
    ],
    [
      'a Sunday afternoon where the office asks for the morning only',
      { openings: openTo(3, ['2021-01-03/afternoon']) },
      [],
      { ...soon, parameters: { afternoon_on_rest_days: 0 } },
    ],
    [
      'a Monday afternoon there',
      { openings: openTo(4, ['2021-01-03/afternoon', '2021-01-04/afternoon']) },
      ['a a/2021-01 2021-01-04 ×1 <absent:openings/a/2021-01-04/afternoon>'],
      { asOf: '2021-01-04', centers: ['a'], parameters: { afternoon_on_rest_days: 0 } },
    ],
    [
      'closed on a day outside the period',
      { openings: [...openTo(3), opening('2022-01-05', 'morning', 'closed')] },
      [],
      soon,
    ],
    [
      'a center without any entry',
      { openings: openTo(1) },
      [
        'b b/2021-01 2021-01-01 ×1 <absent:openings/b/2021-01-01/afternoon>',
        'b b/2021-01 2021-01-01 ×1 <absent:openings/b/2021-01-01/morning>',
      ],
      { asOf: '2021-01-01' },
    ],
  ],
}

export const STAFF_NOT_IN_PLACE: DetectionCases = {
  detection: 'staff-not-in-place',
  rows: [
    ['all in place', { openings: [opening('2021-03-01', 'morning', 'open', { staff_due: 8, staff_present: 8 })] }, []],
    [
      'two missing',
      { openings: [opening('2021-03-01', 'morning', 'open', { staff_due: 8, staff_present: 6 })] },
      ['a sys/2021-03-01/morning 2021-03-01 ×2'],
    ],
    ['closed', { openings: [opening('2021-03-01', 'morning', 'closed', { staff_due: 8, staff_present: 0 })] }, []],
    [
      'in the next year',
      { openings: [opening('2022-03-01', 'morning', 'open', { staff_due: 8, staff_present: 6 })] },
      [],
    ],
    ['nobody counted', { openings: [opening('2021-03-01', 'morning', 'open', { staff_due: 8 })] }, []],
    ['more than due', { openings: [opening('2021-03-01', 'morning', 'open', { staff_due: 8, staff_present: 9 })] }, []],
  ],
}
