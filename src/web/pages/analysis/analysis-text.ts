import { bilingual } from '../../text/bilingual.ts'

export const analysisText = bilingual(
  {
    title: '分析',
    lead: '同一份通知、同一本台账，换一种问法。这里看什么、试什么，都不改动已有的记录。',
    tabs: '分析的问题',
    chapter: '怎么看这一页',
    'what-if': '设想',
    certainty: '把握',
    evenness: '尺度',
    sampling: '抽查',
    'next-year': '来年',
  },
  {
    title: 'Analysis',
    lead: 'The same notice and the same ledger, asked otherwise. Nothing that is looked at or tried here changes a record that is there.',
    tabs: 'What is asked',
    chapter: 'How to read this page',
    'what-if': 'What if',
    certainty: 'How sure',
    evenness: 'How even',
    sampling: 'Whom to inspect',
    'next-year': 'Next year',
  },
)
