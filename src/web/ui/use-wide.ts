import { useMedia } from './use-media.ts'

/** Whether the window is at least so wide; followed as it changes. */
export function useWide(pixels: number): boolean {
  return useMedia(`(min-width: ${pixels}px)`)
}
