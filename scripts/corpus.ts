import { readFileSync } from 'node:fs'
import { readCase } from '../src/core/notice/read-case.ts'
import type { CorpusCase } from './corpus/corpus-case.ts'
import { evaluate, rates } from './corpus/evaluate.ts'
import type { Tally } from './corpus/match-effects.ts'

/** `npm run corpus -- FILE …`: how well clauses of labelled sets are read; the project's own sets where none is named. */
const named = process.argv.slice(2).filter((argument) => !argument.startsWith('-'))
const files = named.length > 0 ? named : ['test/corpus/dev.jsonl']

for (const file of files) {
  const cases = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as CorpusCase)
  const result = evaluate(cases, ({ text, context }) =>
    readCase(text, {
      section: context.section ?? null,
      sectionPoints: context.sectionPoints ?? null,
      itemPoints: context.itemPoints ?? null,
      neighbour: context.neighbour ?? null,
    }),
  )
  const { questions } = result
  console.log(file)
  console.log(`effects    ${figures(result.effects)}`)
  for (const [field, tally] of result.byField) console.log(`  ${field.padEnd(10)}${figures(tally)}`)
  console.log(`cases      ${result.cases} exact ${result.exact} (${(result.exact / result.cases).toFixed(4)})`)
  console.log(`  wrong without any question ${result.silent.length} ${result.silent.join(' ')}`)
  console.log(
    `  effects invented on ${result.negatives} cases without any: ${result.falseAlarms.length} ${result.falseAlarms.join(' ')}`,
  )
  console.log(`  not exact: ${result.inexact.join(' ') || 'none'}`)
  console.log(
    `questions  required ${questions.required} raised ${questions.raised} recall ${share(questions.raised, questions.required)}   raised in all ${questions.all} acceptable ${questions.acceptable} precision ${share(questions.acceptable, questions.all)}`,
  )
  for (const [code, row] of [...result.byCode].sort(([, a], [, b]) => b.required - a.required))
    console.log(`  ${String(row.raised).padStart(3)}/${String(row.required).padEnd(4)}${code}`)
  console.log('forms')
  for (const [form, tally] of [...result.byForm].sort(([a], [b]) => a.localeCompare(b)))
    console.log(`  ${figures(tally)}  ${form}`)
}

function figures(tally: Tally): string {
  const { precision, recall, f1 } = rates(tally)
  const counts = `${tally.matched}/${tally.gold}/${tally.predicted}`
  return `matched/gold/predicted ${counts.padEnd(12)} precision ${precision.toFixed(4)} recall ${recall.toFixed(4)} F1 ${f1.toFixed(4)}`
}

function share(part: number, whole: number): string {
  return whole === 0 ? '-' : (part / whole).toFixed(4)
}
