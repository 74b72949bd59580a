import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const WEIGHTS: readonly (readonly [pack: string, weights: readonly string[]])[] = [
  ['@expo-google-fonts/noto-serif-sc', ['400Regular', '700Bold', '900Black']],
  ['@expo-google-fonts/noto-sans-sc', ['400Regular', '700Bold']],
]

/** Folders of the free fonts that come with the program. */
export function bundledFonts(): readonly string[] {
  const { resolve } = createRequire(import.meta.url)
  return WEIGHTS.flatMap(([pack, weights]) => {
    const folder = dirname(resolve(`${pack}/package.json`))
    return weights.map((weight) => join(folder, weight))
  })
}
