import { execFileSync } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const at = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url))

/** Builds the pages unless what is built is younger than every source. */
export async function buildPages(): Promise<void> {
  const built = statSync(at('dist/web/index.html'), { throwIfNoEntry: false })?.mtimeMs ?? 0
  if (built > newestOf(['src/web', 'src/core', 'vite.config.ts', 'scripts/web-build', 'package-lock.json'])) return
  // As they are delivered: under the runner's own NODE_ENV they would be built for development.
  const env = { ...process.env, NODE_ENV: 'production' }
  execFileSync('npm', ['run', '-s', 'build'], { cwd: at('.'), env, stdio: ['ignore', 'ignore', 'inherit'] })
}

function newestOf(paths: readonly string[]): number {
  const times = paths.flatMap((path) => {
    const one = statSync(at(path))
    if (!one.isDirectory()) return [one.mtimeMs]
    return readdirSync(at(path), { recursive: true, encoding: 'utf8' }).map(
      (name) => statSync(at(`${path}/${name}`)).mtimeMs,
    )
  })
  return Math.max(...times)
}
