import type { DetectionCases } from './detection-case.ts'
import type { TestRecord } from './tables.ts'

const station = (id: string, more: TestRecord = {}): TestRecord => ({
  record_id: id,
  center_id: 'a',
  name: `${id}村`,
  from_on: '2018-01-01',
  ...more,
})

const visit = (id: string, kind: string, day = '2021-05-06', more: TestRecord = {}): TestRecord => ({
  center_id: 'a',
  station_id: id,
  kind,
  visited_on: day,
  ...more,
})

export const STATION_GUIDED: DetectionCases = {
  detection: 'station-not-guided',
  rows: [
    [
      'guided and trained',
      { stations: [station('v1')], station_visits: [visit('v1', 'guidance'), visit('v1', 'training')] },
      [],
    ],
    [
      'guided twice, never trained',
      { stations: [station('v1')], station_visits: [visit('v1', 'guidance'), visit('v1', 'guidance')] },
      ['a a 2021-12-31 ×1 <stations/sys/v1@1>'],
    ],
    [
      'two stations are one suspicion with a line each',
      {
        stations: [station('v1'), station('v2'), station('v3')],
        station_visits: [visit('v2', 'guidance'), visit('v2', 'training')],
      },
      ['a a 2021-12-31 ×1 <stations/sys/v1@1>', 'a a 2021-12-31 ×1 <stations/sys/v3@1>'],
    ],
    [
      'assessed only',
      { stations: [station('v1')], station_visits: [visit('v1', 'assessment')] },
      ['a a 2021-12-31 ×1 <stations/sys/v1@1>'],
    ],
    [
      'trained in another year',
      { stations: [station('v1')], station_visits: [visit('v1', 'guidance'), visit('v1', 'training', '2022-01-05')] },
      ['a a 2021-12-31 ×1 <stations/sys/v1@1>'],
    ],
    [
      'a station of the same number elsewhere',
      {
        stations: [station('v1')],
        station_visits: [visit('v1', 'guidance', '2021-05-06', { center_id: 'b' }), visit('v1', 'training')],
      },
      ['a a 2021-12-31 ×1 <stations/sys/v1@1>'],
    ],
    [
      'guided and assessed is not trained',
      { stations: [station('v1')], station_visits: [visit('v1', 'guidance'), visit('v1', 'assessment')] },
      ['a a 2021-12-31 ×1 <stations/sys/v1@1>'],
    ],
    [
      'one of the two where the office asks for no more',
      { stations: [station('v1')], station_visits: [visit('v1', 'guidance')] },
      [],
      { parameters: { visit_kinds: 1 } },
    ],
    [
      'from the first day to the last, seen on the last',
      { stations: [station('v1', { from_on: '2021-01-01', to_on: '2021-12-31' })] },
      ['a a 2021-12-31 ×1 <stations/sys/v1@1>'],
      { asOf: '2021-12-31' },
    ],
    ['opened within the year', { stations: [station('v1', { from_on: '2021-01-02' })] }, []],
    ['closed within the year', { stations: [station('v1', { to_on: '2021-12-30' })] }, []],
    ['nothing is said before the year is over', { stations: [station('v1')] }, [], { asOf: '2021-12-30' }],
  ],
}

export const STATION_ASSESSED: DetectionCases = {
  detection: 'station-not-assessed',
  rows: [
    ['assessed', { stations: [station('v1')], station_visits: [visit('v1', 'assessment', '2021-12-31')] }, []],
    [
      'from the first day to the last, seen on the last',
      { stations: [station('v1', { from_on: '2021-01-01', to_on: '2021-12-31' })] },
      ['a a 2021-12-31 ×1 <stations/sys/v1@1>'],
      { asOf: '2021-12-31' },
    ],
    [
      'opened or closed within the year',
      { stations: [station('v1', { from_on: '2021-01-02' }), station('v2', { to_on: '2021-12-30' })] },
      [],
    ],
    [
      'guided only',
      { stations: [station('v1')], station_visits: [visit('v1', 'guidance')] },
      ['a a 2021-12-31 ×1 <stations/sys/v1@1>'],
    ],
    [
      'assessed a day too late',
      { stations: [station('v1')], station_visits: [visit('v1', 'assessment', '2022-01-01')] },
      ['a a 2021-12-31 ×1 <stations/sys/v1@1>'],
    ],
    ['nothing is said before the year is over', { stations: [station('v1')] }, [], { asOf: '2021-12-30' }],
  ],
}

const lesson = (day: string, attendees = 12): TestRecord => ({ center_id: 'a', held_on: day, attendees })

/** One on every Monday of the year until that one. */
function lessonsTo(last: string): TestRecord[] {
  const mondays = Array.from({ length: 52 }, (_, place) =>
    new Date(Date.UTC(2021, 0, 4 + 7 * place)).toISOString().slice(0, 10),
  )
  return mondays.filter((monday) => monday <= last).map((monday) => lesson(monday))
}

/** The second week of January 2021 begins on Monday the 11th; the year begins within a week. */
const early = { asOf: '2021-01-17', centers: ['a'] }

export const WEEKLY_CLASS: DetectionCases = {
  detection: 'weekly-class-missed',
  rows: [
    [
      'a class on a Monday and one on a Sunday',
      { weekly_classes: [lesson('2021-01-04'), lesson('2021-01-17')] },
      [],
      early,
    ],
    [
      'two in one week do not make up for the next',
      { weekly_classes: [lesson('2021-01-04'), lesson('2021-01-10')] },
      ['a a/2021-01-11 2021-01-17 ×1 <absent:weekly_classes/a/2021-01-11>'],
      early,
    ],
    [
      'a class to which nobody came',
      { weekly_classes: [lesson('2021-01-04'), lesson('2021-01-12', 0)] },
      ['a a/2021-01-11 2021-01-17 ×1 <absent:weekly_classes/a/2021-01-11>'],
      early,
    ],
    ['a week that is not over', { weekly_classes: [lesson('2021-01-04')] }, [], { asOf: '2021-01-16', centers: ['a'] }],
    [
      'a week of two working days, in which a class is due',
      { weekly_classes: lessonsTo('2021-09-27') },
      ['a a/2021-10-04 2021-10-10 ×1 <absent:weekly_classes/a/2021-10-04>'],
      { asOf: '2021-10-10', centers: ['a'], parameters: { least_working_days: 2 } },
    ],
    [
      'where the office asks for one in weeks of three only',
      { weekly_classes: lessonsTo('2021-09-27') },
      [],
      { asOf: '2021-10-10', centers: ['a'], parameters: { least_working_days: 3 } },
    ],
    [
      'another center’s class',
      { weekly_classes: [lesson('2021-01-04')] },
      ['b b/2021-01-04 2021-01-10 ×1 <absent:weekly_classes/b/2021-01-04>'],
      { asOf: '2021-01-10' },
    ],
  ],
}

const article = (day: string, more: TestRecord = {}): TestRecord => ({
  center_id: 'a',
  title: '简讯',
  submitted_on: day,
  ...more,
})

export const ARTICLES_FEW: DetectionCases = {
  detection: 'articles-few',
  rows: [
    [
      'two on the first and last day, one, and none',
      { articles: [article('2021-01-01'), article('2021-01-31', { is_adopted: 'no' }), article('2021-02-28')] },
      ['a 2021-01 2/1', 'a 2021-02 1/1 !', 'a 2021-03 0/1 !'],
      { asOf: '2021-03-31', centers: ['a'] },
    ],
    ['a month that is not over', { articles: [article('2021-01-15')] }, [], { asOf: '2021-01-30', centers: ['a'] }],
    [
      'each center by itself',
      { articles: [article('2021-01-15')] },
      ['a 2021-01 1/1 !', 'b 2021-01 0/1 !'],
      { asOf: '2021-01-31' },
    ],
  ],
}

const meeting = (attendance: string, more: TestRecord = {}): TestRecord => ({
  meeting_id: 'm1',
  center_id: 'a',
  held_on: '2021-03-03',
  attendance,
  ...more,
})

export const MEETING_MISSED: DetectionCases = {
  detection: 'meeting-missed',
  rows: [
    ['there', { meetings: [meeting('present')] }, []],
    ['excused', { meetings: [meeting('excused', { reason: '参加市级培训' })] }, []],
    ['not there', { meetings: [meeting('absent')] }, ['a sys/1 2021-03-03 ×1']],
    [
      'not there, with a reason that somebody must judge',
      { meetings: [meeting('absent', { reason: '忘记' })] },
      ['a sys/1 2021-03-03 ×1'],
    ],
    [
      'one meeting, two centers',
      { meetings: [meeting('absent'), meeting('absent', { center_id: 'b' })] },
      ['a sys/1 2021-03-03 ×1', 'b sys/2 2021-03-03 ×1'],
    ],
    ['in another year', { meetings: [meeting('absent', { held_on: '2022-01-05' })] }, []],
  ],
}
