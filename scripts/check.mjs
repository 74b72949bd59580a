// `npm run check`: everything that reads the sources, as many at once as there are cores, each with its own words when it ends.
// All are run to their end, so that one change tells all that is wrong with it.
import { spawn } from 'node:child_process'
import { availableParallelism } from 'node:os'

/** Scripts of package.json, the longest first: what is long and begun last would be waited for alone. */
const CHECKS = ['format:check', 'lint', 'types:node', 'types:web', 'imports', 'unused', 'types:core']

const waiting = [...CHECKS]
const failed = []
await Promise.all(Array.from({ length: availableParallelism() }, checkAll))
if (failed.length > 0) {
  console.error(`\nfailed: ${failed.join(', ')}`)
  process.exitCode = 1
}

async function checkAll() {
  for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
    const begun = performance.now()
    const { code, said } = await run(name)
    if (code !== 0) failed.push(name)
    const seconds = ((performance.now() - begun) / 1000).toFixed(1)
    console.log(`${code === 0 ? 'passed' : 'FAILED'} ${name} (${seconds} s)\n${said}`)
  }
}

/** @param {string} name */
function run(name) {
  return new Promise((resolve) => {
    const child = spawn('npm', ['run', '-s', name], { stdio: ['ignore', 'pipe', 'pipe'] })
    let said = ''
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (said += text))
    child.once('error', (error) => resolve({ code: 1, said: `${said}${error.message}\n` }))
    child.once('close', (code) => resolve({ code: code ?? 1, said }))
  })
}
