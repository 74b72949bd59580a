/**
 * A refusal is a value: a code of the catalogue and what a person needs to act on it. Only bugs throw.
 * `message` is Chinese first, says what, where and what to do.
 */
export interface Refusal<Code extends string = string> {
  readonly code: Code
  readonly message: string
}

export type Outcome<Value, Code extends string = string> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly refusal: Refusal<Code> }

export function accepted<Value>(value: Value): { readonly ok: true; readonly value: Value } {
  return { ok: true, value }
}

export function refused<Code extends string>(
  code: Code,
  message: string,
): { readonly ok: false; readonly refusal: Refusal<Code> } {
  return { ok: false, refusal: { code, message } }
}
