import { bilingual } from '../../../text/bilingual.ts'

export const coverageText = bilingual(
  {
    title: '每一款由什么供给',
    whole: (clauses: number) => `${clauses}款都有来源，没有一款落空。`,
    faulty: (clauses: number, faults: number) => `${clauses}款里有${faults}处落空，先补上。`,
    kinds: (detections: number, inspections: number, documents: number) =>
      `靠记录检测${detections}款，靠检查${inspections}款，靠资料${documents}款；一款可以有几种来源。`,
    clause: '款',
    quote: '原文',
    feeds: '来源',
    detection: '检测',
    inspection: '检查',
    documents: '资料',
    follows: '随其他款',
    followsFrom: (clauses: string) => `随${clauses}款而定`,
    none: '没有来源',
  },
  {
    title: 'What feeds each clause',
    whole: (clauses) => `All ${clauses} clauses are fed; none is left to chance. `,
    faulty: (clauses, faults) => `${faults} faults among ${clauses} clauses; mend these first. `,
    kinds: (detections, inspections, documents) =>
      `${detections} by detections, ${inspections} by inspection, ${documents} by documents; a clause may have several.`,
    clause: 'Clause',
    quote: 'Wording',
    feeds: 'Feeds',
    detection: 'Detection',
    inspection: 'Inspection',
    documents: 'Documents',
    follows: 'Others',
    followsFrom: (clauses) => `follows from clauses ${clauses}`,
    none: 'nothing feeds it',
  },
)
