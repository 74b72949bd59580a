import { bilingual } from '../text/bilingual.ts'

/** What people call a finding or a bonus by, wherever it is shown. */
export const caseNumberText = bilingual(
  { number: (number: number) => `第${number}号` },
  { number: (number) => `No. ${number}` },
)
