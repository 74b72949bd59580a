import { bilingual } from '../../text/bilingual.ts'

/** What is said of a corrected reading, before and after it is adopted. */
export const correctedText = bilingual(
  {
    corrected: '改正',
    read: '机器读作',
    given: '改为',
    reason: '理由',
    by: (person: string, day: string) => `${person}，${day}`,
    all: (count: number) => `改正读法${count}处`,
    allWhy: '采用时由人改正，连同理由一起记入细则和摘要。',
  },
  {
    corrected: 'Corrected',
    read: 'Read as',
    given: 'Corrected to',
    reason: 'Because',
    by: (person, day) => `${person}, ${day}`,
    all: (count) => `${count} corrected readings`,
    allWhy: 'Corrected by a person at adoption; kept in the rubric and under its digest, with the reasons.',
  },
)
