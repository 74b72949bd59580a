import { bilingual } from '../text/bilingual.ts'

/** Where a finding came from and what has to happen next, in the words of the lists and of its page. */
export const findingWords = bilingual(
  {
    inspection: '检查',
    complaint: '来访投诉',
    rating: '好差评',
    hotline: '12345',
    'self-assessment': '中心自查',
    records: '数据',
    'finding-to-notify': '待告知中心',
    'reply-due': '等中心答复',
    'finding-to-decide': '等考核员认定',
    'amount-to-decide': '已查实，待裁量',
    'appeal-possible': '可以申诉',
    'appeal-to-review': '申诉等复核',
    'rectification-due': '等整改',
    'rectification-to-review': '整改等检查',
  },
  {
    inspection: 'inspection',
    complaint: 'complaint in person',
    rating: 'rating',
    hotline: '12345',
    'self-assessment': 'self-report',
    records: 'records',
    'finding-to-notify': 'center to be told',
    'reply-due': 'waits for the center',
    'finding-to-decide': 'waits for a decision',
    'amount-to-decide': 'amount to be decided',
    'appeal-possible': 'may be appealed',
    'appeal-to-review': 'appeal to be reviewed',
    'rectification-due': 'to be put right',
    'rectification-to-review': 'putting right to be checked',
  },
)
