import { bilingual } from '../../text/bilingual.ts'

export const overviewText = bilingual({ title: '总览', ranking: '名次' }, { title: 'Overview', ranking: 'Ranking' })
