import type { FactOf, FactType } from '../../core/ledger/ledger-command.ts'

/** What a person says in an act: the fact without its type, and without what the office adds to it. */
export type Said<Type extends FactType, Added extends string = never> = Omit<FactOf<Type>, 'type' | Added>
