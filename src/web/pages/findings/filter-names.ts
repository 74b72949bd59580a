import type { Answered } from '../../client/call.ts'
import { narrowing, type FindingsFilter } from './findings-filter.ts'

interface Names {
  readonly words: Readonly<Record<string, string | ((...given: never[]) => string)>>
  readonly labels: Readonly<Record<string, string | ((...given: never[]) => string)>>
  readonly centers: Answered<'readAssessment'>['centerList']
}

/** The filters that narrow the list, each by its name and what is chosen: for saying why nothing is found. */
export function filterNames(filter: FindingsFilter, { words, labels, centers }: Names): readonly string[] {
  const word = (name: string) => (typeof words[name] === 'string' ? words[name] : name)
  const label = (name: string) => (typeof labels[name] === 'string' ? labels[name] : name)
  return narrowing(filter).map((name) => {
    switch (name) {
      case 'center':
        return centers.find(({ centerId }) => centerId === filter.center)?.name ?? filter.center
      case 'standing':
        return filter.standing.map(word).join('/')
      case 'source':
        return word(filter.source)
      case 'isMine':
        return label('isMine')
      case 'text':
        return `“${filter.text}”`
      case 'clause':
      case 'from':
      case 'to':
        return `${label(name)} ${filter[name]}`
      case 'sort':
        return ''
    }
  })
}
