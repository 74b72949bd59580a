import { bilingual } from '../text/bilingual.ts'

/** Tables and pictures of numbers that are another: after a decision, or if something were. */
export const changedText = bilingual(
  {
    subject: '对象',
    number: '数',
    before: '之前',
    after: '之后',
    difference: '差',
    district: '全区',
    mean: '平均分',
    range: '最终会在',
    rank: '名次',
    total: '合计',
    automatic: '自动加分',
    tied: (rank: number) => `并列${rank}`,
    up: (places: number) => `前移${places}`,
    down: (places: number) => `后移${places}`,
    rankChart: '名次变动',
  },
  {
    subject: 'Of',
    number: 'Number',
    before: 'Before',
    after: 'After',
    difference: 'Difference',
    district: 'All centers',
    mean: 'mean',
    range: 'will end within',
    rank: 'rank',
    total: 'total',
    automatic: 'given by absence',
    tied: (rank) => `=${rank}`,
    up: (places) => `up ${places}`,
    down: (places) => `down ${places}`,
    rankChart: 'How ranks moved',
  },
)
