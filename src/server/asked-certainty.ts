import type { AskedCertaintyOf } from '../app/analyzing/certainty.ts'
import type { Assumptions } from '../core/analysis/certainty/assumptions.ts'

/** Of an address: what is not written is as everybody sees it first. */
export function askedCertainty({
  seed,
  draws,
  substantiated,
  reversed,
  approved,
  kept,
  amounts,
}: { readonly [Name in keyof Assumptions]?: Assumptions[Name] } & {
  readonly seed?: number
  readonly draws?: number
}): AskedCertaintyOf {
  return {
    seed: seed ?? null,
    draws: draws ?? null,
    assumed: {
      ...(substantiated === undefined ? {} : { substantiated }),
      ...(reversed === undefined ? {} : { reversed }),
      ...(approved === undefined ? {} : { approved }),
      ...(kept === undefined ? {} : { kept }),
      ...(amounts === undefined ? {} : { amounts }),
    },
  }
}
