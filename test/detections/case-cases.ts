import type { DetectionCases } from './detection-case.ts'
import type { TestRecord } from './tables.ts'

const service = (more: TestRecord = {}): TestRecord => ({
  record_id: 'c1',
  center_id: 'a',
  item_id: 'x',
  channel: 'counter',
  case_type: 'instant',
  status: 'completed',
  submitted_at: '2021-03-01 09:00:00',
  responded_at: '2021-03-01 09:10:00',
  completed_at: '2021-03-01 09:30:00',
  ...more,
})

const online = (submitted: string, responded: string | null, more: TestRecord = {}): TestRecord =>
  service({
    channel: 'online',
    submitted_at: submitted,
    responded_at: responded,
    completed_at: null,
    status: 'in-progress',
    ...more,
  })

export const ONLINE_RESPONSE: DetectionCases = {
  detection: 'online-response-late',
  rows: [
    [
      'answered at the end of the second working day',
      { service_cases: [online('2021-03-01 23:59:00', '2021-03-03 23:59:59')] },
      [],
    ],
    [
      'answered on the third',
      { service_cases: [online('2021-03-01 23:59:00', '2021-03-04 00:00:00')] },
      ['a sys/c1 2021-03-01 ×1'],
    ],
    [
      'the second working day is a Sunday worked in exchange',
      { service_cases: [online('2021-04-22 10:00:00', '2021-04-25 17:00:00')] },
      [],
    ],
    [
      'and the Monday after it is late',
      { service_cases: [online('2021-04-22 10:00:00', '2021-04-26 09:00:00')] },
      ['a sys/c1 2021-04-22 ×1'],
    ],
    ['submitted in a holiday', { service_cases: [online('2021-10-01 10:00:00', '2021-10-09 17:00:00')] }, []],
    [
      'and answered a day after the two that follow it',
      { service_cases: [online('2021-10-01 10:00:00', '2021-10-11 09:00:00')] },
      ['a sys/c1 2021-10-01 ×1'],
    ],
    ['at a counter nobody counts', { service_cases: [service({ responded_at: '2021-03-09 10:00:00' })] }, []],
    [
      'completed without an answer before',
      {
        service_cases: [
          online('2021-03-01 10:00:00', null, { status: 'completed', completed_at: '2021-03-02 10:00:00' }),
        ],
      },
      [],
    ],
    [
      'completed late without an answer before',
      {
        service_cases: [
          online('2021-03-01 10:00:00', null, { status: 'completed', completed_at: '2021-03-09 10:00:00' }),
        ],
      },
      ['a sys/c1 2021-03-01 ×1'],
    ],
    ['of the next year', { service_cases: [online('2022-01-04 10:00:00', '2022-01-20 10:00:00')] }, []],
    [
      'withdrawn before an answer',
      { service_cases: [online('2021-03-01 10:00:00', null, { status: 'withdrawn' })] },
      [],
    ],
    [
      'answered late and withdrawn then',
      { service_cases: [online('2021-03-01 10:00:00', '2021-03-09 10:00:00', { status: 'withdrawn' })] },
      ['a sys/c1 2021-03-01 ×1'],
    ],
    [
      'no answer yet, on the last day',
      { service_cases: [online('2021-03-01 10:00:00', null)] },
      [],
      { asOf: '2021-03-03' },
    ],
    [
      'no answer yet, a day later',
      { service_cases: [online('2021-03-01 10:00:00', null)] },
      ['a sys/c1 2021-03-01 ×1'],
      { asOf: '2021-03-04' },
    ],
    [
      'submitted on the last day of the year, answered late in the next',
      { service_cases: [online('2021-12-31 10:00:00', '2022-01-06 09:00:00')] },
      ['a sys/c1 2021-12-31 ×1'],
    ],
  ],
}

export const ONLINE_RATE: DetectionCases = {
  detection: 'online-rate-low',
  rows: [
    [
      'every case counts, whatever became of it',
      {
        service_cases: [
          online('2021-03-01 10:00:00', null, { record_id: '1', status: 'withdrawn' }),
          service({ record_id: '2' }),
          service({ record_id: '3', channel: 'mail' }),
          service({ record_id: '4', channel: 'self-service' }),
          online('2022-03-01 10:00:00', null, { record_id: '5' }),
        ],
      },
      ['a 2021 1/4 !'],
    ],
    [
      'exactly half',
      { service_cases: [online('2021-03-01 10:00:00', null, { record_id: '1' }), service({ record_id: '2' })] },
      ['a 2021 1/2'],
    ],
    [
      'exactly half, where the office asks for one per cent more',
      { service_cases: [online('2021-03-01 10:00:00', null, { record_id: '1' }), service({ record_id: '2' })] },
      ['a 2021 1/2 !'],
      { parameters: { min_online_rate: 51 } },
    ],
    ['nothing is said before the year is over', { service_cases: [service()] }, [], { asOf: '2021-12-30' }],
    ['on its last day it is', { service_cases: [service()] }, ['a 2021 0/1 !'], { asOf: '2021-12-31' }],
  ],
}

export const CARD_LOGIN: DetectionCases = {
  detection: 'card-login-bypassed',
  rows: [
    ['typed in', { service_cases: [service({ login_method: 'manual' })] }, ['a sys/c1 2021-03-01 ×1']],
    ['read from the card', { service_cases: [service({ login_method: 'id-card' })] }, []],
    ['shown on the phone', { service_cases: [service({ login_method: 'e-licence' })] }, []],
    ['not said', { service_cases: [service()] }, []],
    [
      'typed in, of the next year',
      { service_cases: [service({ login_method: 'manual', submitted_at: '2022-01-01 09:00:00' })] },
      [],
    ],
    [
      'typed in after the card could not be read',
      { service_cases: [service({ login_method: 'manual' })], licence_reads: [read('c1', 'failed')] },
      [],
    ],
    [
      'typed in though the card was read',
      { service_cases: [service({ login_method: 'manual' })], licence_reads: [read('c1', 'read')] },
      ['a sys/c1 2021-03-01 ×1'],
    ],
    [
      'the card of another could not be read',
      { service_cases: [service({ login_method: 'manual' })], licence_reads: [read('c2', 'failed')] },
      ['a sys/c1 2021-03-01 ×1'],
    ],
    [
      'a card could not be read at another center',
      {
        service_cases: [service({ login_method: 'manual' })],
        licence_reads: [{ ...read('c1', 'failed'), center_id: 'b' }],
      },
      ['a sys/c1 2021-03-01 ×1'],
    ],
    [
      'typed in by the applicant at home',
      { service_cases: [service({ login_method: 'manual', channel: 'online' })] },
      [],
    ],
  ],
}

function read(caseId: string, result: string): TestRecord {
  return { center_id: 'a', case_id: caseId, method: 'id-card', result, read_at: '2021-03-01 08:59:00' }
}

const promised = (more: TestRecord = {}): TestRecord =>
  service({ case_type: 'promised', status: 'in-progress', completed_at: null, promised_on: '2021-03-20', ...more })

export const RECEIPT_MISSING: DetectionCases = {
  detection: 'receipt-missing',
  rows: [
    ['a receipt', { service_cases: [promised({ receipt_no: 'h1' })] }, []],
    ['none, once accepted', { service_cases: [promised()] }, ['a sys/c1 2021-03-01 ×1']],
    ['none, before it is accepted', { service_cases: [promised({ responded_at: null })] }, []],
    [
      'none, completed',
      { service_cases: [promised({ status: 'completed', responded_at: null })] },
      ['a sys/c1 2021-03-01 ×1'],
    ],
    ['none, declined', { service_cases: [promised({ status: 'declined' })] }, []],
    ['none, withdrawn', { service_cases: [promised({ status: 'withdrawn' })] }, []],
    ['none, of the next year', { service_cases: [promised({ submitted_at: '2022-01-01 09:00:00' })] }, []],
    ['none is due for what is done at once', { service_cases: [service()] }, []],
  ],
}
