/** The last part of a path, of whichever system. */
export function basename(path: string): string {
  return path.split(/[/\\]/u).findLast((part) => part !== '') ?? path
}
