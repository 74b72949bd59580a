/**
 * A rule for a field that holds a list: at least one. The rule `required` would put `aria-required` on the group of checkboxes, where
 * it is not allowed.
 */
export function someOf(message: string): (rule: unknown, value: unknown) => Promise<void> {
  return async (_rule, value) => {
    if (!Array.isArray(value) || value.length === 0) throw new Error(message)
  }
}
