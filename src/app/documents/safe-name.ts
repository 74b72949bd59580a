/** A name of people's may hold what a path may not. */
export function safeName(name: string): string {
  return name.replaceAll(/[\p{Cc}/\\:*?"<>|]/gu, '_')
}
