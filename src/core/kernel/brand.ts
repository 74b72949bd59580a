declare const brand: unique symbol

/** A primitive that wears its meaning: made only by the `parse…` of its own file. */
export type Brand<Base, Name extends string> = Base & { readonly [brand]: Name }
