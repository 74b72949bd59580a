import type { DetectionCases } from './detection-case.ts'
import type { TestRecord } from './tables.ts'

const taken = (paper: string, day: string, more: TestRecord = {}): TestRecord => ({
  center_id: 'a',
  case_id: 'c1',
  item_id: 'x',
  paper_id: paper,
  taken_at: `${day} 10:00:00`,
  ...more,
})

const listed = (paper: string, from: string, to: string | null = null): TestRecord => ({
  item_id: 'x',
  paper_id: paper,
  paper_name: paper,
  from_on: from,
  to_on: to,
})

export const PAPERS_BEYOND_GUIDE: DetectionCases = {
  detection: 'papers-beyond-guide',
  rows: [
    [
      'a paper that the guide lists',
      { guide_papers: [listed('p', '2020-01-01')], papers_taken: [taken('p', '2021-03-01')] },
      [],
    ],
    [
      'another',
      { guide_papers: [listed('p', '2020-01-01')], papers_taken: [taken('q', '2021-03-01')] },
      ['a sys/1 2021-03-01 ×1'],
    ],
    [
      'listed until that day',
      { guide_papers: [listed('p', '2020-01-01', '2021-03-01')], papers_taken: [taken('p', '2021-03-01')] },
      [],
    ],
    [
      'listed until the day before',
      { guide_papers: [listed('p', '2020-01-01', '2021-02-28')], papers_taken: [taken('p', '2021-03-01')] },
      ['a sys/1 2021-03-01 ×1'],
    ],
    [
      'listed from that day',
      { guide_papers: [listed('p', '2021-03-01')], papers_taken: [taken('p', '2021-03-01')] },
      [],
    ],
    [
      'listed from the day after',
      { guide_papers: [listed('p', '2021-03-02')], papers_taken: [taken('p', '2021-03-01')] },
      ['a sys/1 2021-03-01 ×1'],
    ],
    [
      'listed for another item only',
      {
        guide_papers: [listed('p', '2020-01-01'), { ...listed('q', '2020-01-01'), item_id: 'z' }],
        papers_taken: [taken('q', '2021-03-01')],
      },
      ['a sys/1 2021-03-01 ×1'],
    ],
    ['an item without any guide', { papers_taken: [taken('p', '2021-03-01')] }, []],
    [
      'two papers of one case',
      { guide_papers: [listed('p', '2020-01-01')], papers_taken: [taken('q', '2021-03-01'), taken('r', '2021-03-01')] },
      ['a sys/1 2021-03-01 ×1', 'a sys/2 2021-03-01 ×1'],
    ],
    ['of the next year', { guide_papers: [listed('p', '2020-01-01')], papers_taken: [taken('q', '2022-01-01')] }, []],
  ],
}
