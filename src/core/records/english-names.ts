import type { DataSetName, Field } from './data-set.ts'

/**
 * What an English header may say for a field beside its name: `responded_at` is also `Responded time`, `center_id` also
 * `Centre`, and the record's own id is called by what a record is: `Rating number`.
 */
export function englishNames({ name, kind }: Field, set: DataSetName): readonly string[] {
  const stem = name.replace(/_(?:id|no|at|on)$/, '').replace(/^is_/, '')
  if (name === 'record_id')
    return ['id', 'record', ...recordsOf(set)].flatMap((word) => [word, ...withEndings(word, IDS)])
  const said = [stem, ...withEndings(stem, endingsOf(kind.kind))]
  return kind.kind === 'center' ? said.flatMap((word) => [word, word.replace('center', 'centre')]) : said
}

const IDS = ['id', 'no', 'number', 'code']

function endingsOf(kind: Field['kind']['kind']): readonly string[] {
  switch (kind) {
    case 'id':
      return IDS
    case 'center':
      return [...IDS, 'name']
    case 'date':
      return ['date', 'day', 'on']
    case 'time':
      return ['time', 'date', 'at', 'on']
    case 'count':
      return ['count', 'number', 'no']
    case 'code':
    case 'text':
      return []
  }
}

function withEndings(word: string, endings: readonly string[]): readonly string[] {
  return endings.map((ending) => `${word} ${ending}`)
}

/** `hotline_orders` holds hotline orders, which are orders. */
function recordsOf(set: DataSetName): readonly string[] {
  const one = set
    .replace(/s$/, '')
    .replace(/classe$/, 'class')
    .replaceAll('_', ' ')
  return [one, one.split(' ').at(-1) ?? one]
}
