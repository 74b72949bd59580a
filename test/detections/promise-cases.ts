import type { DetectionCases } from './detection-case.ts'
import type { TestRecord } from './tables.ts'

const split = (received: string, sent: string | null, answered: string | null): TestRecord => ({
  record_id: 's1',
  case_id: 'c1',
  center_id: 'a',
  accepting_center_id: 'b',
  received_at: received,
  sent_at: sent,
  answered_at: answered,
})

export const SPLIT_INTAKE: DetectionCases = {
  detection: 'split-intake-late',
  rows: [
    [
      'both in time',
      { split_intakes: [split('2021-03-01 10:00:00', '2021-03-02 17:00:00', '2021-03-04 17:00:00')] },
      [],
    ],
    [
      'sent late: the receiving center',
      { split_intakes: [split('2021-03-01 10:00:00', '2021-03-03 09:00:00', '2021-03-05 17:00:00')] },
      ['a sys/s1/receiving 2021-03-01 ×1 <split_intakes/sys/s1@1>'],
    ],
    [
      'answered late: the accepting center, from when it was sent',
      { split_intakes: [split('2021-03-01 10:00:00', '2021-03-02 09:00:00', '2021-03-05 09:00:00')] },
      ['b sys/s1/accepting 2021-03-02 ×1 <split_intakes/sys/s1@1>'],
    ],
    [
      'both late',
      { split_intakes: [split('2021-03-01 10:00:00', '2021-03-08 09:00:00', '2021-03-11 09:00:00')] },
      [
        'a sys/s1/receiving 2021-03-01 ×1 <split_intakes/sys/s1@1>',
        'b sys/s1/accepting 2021-03-08 ×1 <split_intakes/sys/s1@1>',
      ],
    ],
    [
      'sent on a Sunday worked in exchange',
      { split_intakes: [split('2021-04-23 10:00:00', '2021-04-25 09:00:00', '2021-04-27 09:00:00')] },
      [],
    ],
    [
      'never sent: only the receiving center can be late',
      { split_intakes: [split('2021-03-01 10:00:00', null, null)] },
      ['a sys/s1/receiving 2021-03-01 ×1 <split_intakes/sys/s1@1>'],
    ],
    [
      'not sent yet, in time',
      { split_intakes: [split('2021-03-01 10:00:00', null, null)] },
      [],
      { asOf: '2021-03-02' },
    ],
    [
      'never answered',
      { split_intakes: [split('2021-03-01 10:00:00', '2021-03-01 11:00:00', null)] },
      ['b sys/s1/accepting 2021-03-01 ×1 <split_intakes/sys/s1@1>'],
    ],
    [
      'sent in the next year: each center by its own day',
      { split_intakes: [split('2021-12-31 10:00:00', '2022-01-06 09:00:00', '2022-01-14 09:00:00')] },
      ['a sys/s1/receiving 2021-12-31 ×1 <split_intakes/sys/s1@1>'],
    ],
  ],
}

const booked = (more: TestRecord = {}): TestRecord => ({
  record_id: 'p1',
  center_id: 'a',
  status: 'served',
  created_at: '2021-03-01 10:00:00',
  confirmed_at: '2021-03-01 11:00:00',
  slot_at: '2021-03-05 09:00:00',
  arrived_at: '2021-03-05 08:50:00',
  served_at: '2021-03-05 09:05:00',
  ...more,
})

export const APPOINTMENT_LATE: DetectionCases = {
  detection: 'appointment-late',
  rows: [
    ['all in time', { appointments: [booked()] }, []],
    ['confirmed on the next working day', { appointments: [booked({ confirmed_at: '2021-03-02 23:00:00' })] }, []],
    [
      'confirmed on the one after',
      { appointments: [booked({ confirmed_at: '2021-03-03 08:00:00' })] },
      ['a sys/p1 2021-03-01 ×1'],
    ],
    [
      'made on a Friday before a Sunday worked in exchange, confirmed then',
      {
        appointments: [
          booked({
            created_at: '2021-04-23 10:00:00',
            confirmed_at: '2021-04-25 10:00:00',
            slot_at: '2021-04-28 09:00:00',
            arrived_at: null,
            served_at: null,
          }),
        ],
      },
      [],
    ],
    [
      'of the next year',
      { appointments: [booked({ created_at: '2022-01-04 10:00:00', confirmed_at: '2022-01-20 10:00:00' })] },
      [],
    ],
    ['still waiting', { appointments: [waiting()] }, ['a sys/p1 2021-03-01 ×1']],
    ['still waiting, in time', { appointments: [waiting()] }, [], { asOf: '2021-03-02' }],
    ['cancelled before it was confirmed', { appointments: [waiting({ status: 'cancelled' })] }, []],
    ['served without a time of confirmation', { appointments: [booked({ confirmed_at: null })] }, []],
    ['half an hour after the slot', { appointments: [booked({ served_at: '2021-03-05 09:30:00' })] }, []],
    ['a second more', { appointments: [booked({ served_at: '2021-03-05 09:30:01' })] }, ['a sys/p1 2021-03-01 ×1']],
    [
      'half an hour after coming late',
      { appointments: [booked({ arrived_at: '2021-03-05 09:20:00', served_at: '2021-03-05 09:50:00' })] },
      [],
    ],
    [
      'a second more than half an hour after coming late',
      { appointments: [booked({ arrived_at: '2021-03-05 09:20:00', served_at: '2021-03-05 09:50:01' })] },
      ['a sys/p1 2021-03-01 ×1'],
    ],
    [
      'nobody knows when the applicant came',
      { appointments: [booked({ arrived_at: null, served_at: '2021-03-05 11:00:00' })] },
      [],
    ],
    ['never came', { appointments: [booked({ status: 'missed', arrived_at: null, served_at: null })] }, []],
    [
      'confirmed late and served late is one',
      { appointments: [booked({ confirmed_at: '2021-03-04 10:00:00', served_at: '2021-03-05 11:00:00' })] },
      ['a sys/p1 2021-03-01 ×1'],
    ],
  ],
}

function waiting(more: TestRecord = {}): TestRecord {
  return booked({ status: 'waiting', confirmed_at: null, arrived_at: null, served_at: null, ...more })
}
