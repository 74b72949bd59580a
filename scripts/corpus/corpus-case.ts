import type { CorpusEffect } from '../../src/core/notice/corpus-format.ts'

/** One labelled case of the corpus; see the README of the corpus for the meaning of each field. */
export interface CorpusCase {
  readonly id: string
  readonly form: string
  readonly context: {
    readonly section?: string | null
    readonly sectionPoints?: string | null
    readonly itemPoints?: string | null
    readonly neighbour?: string | null
  }
  readonly text: string
  readonly effects: readonly GoldEffect[]
  readonly questions: readonly string[]
  readonly mayAsk?: readonly string[]
}

/** A label may accept other readings: overrides of its own fields. */
export type GoldEffect = CorpusEffect & { readonly accept?: readonly Partial<CorpusEffect>[] }

export interface Prediction {
  readonly effects: readonly CorpusEffect[]
  readonly questions: readonly string[]
}
