import swc from '@swc/core'
import { cruise } from 'dependency-cruiser'

// dependency-cruiser asks swc to read every file as TypeScript without JSX; pages have it. Both hold the same module.
const { parseFileSync } = swc
swc.parseFileSync = (path, options) => parseFileSync(path, { ...options, tsx: path.endsWith('.tsx') })

/** The import table of ARCHITECTURE.md: a room may import itself and what stands here, nothing else of `src`. */
const MAY_IMPORT = {
  'core/kernel': [],
  'core/rubric': ['core/kernel'],
  'core/records': ['core/kernel'],
  'core/document': ['core/kernel'],
  'core/notice': ['core/kernel', 'core/rubric'],
  'core/ledger': ['core/kernel', 'core/rubric'],
  'core/scoring': ['core/kernel', 'core/rubric', 'core/ledger'],
  'core/detection': ['core/kernel', 'core/rubric', 'core/ledger', 'core/records'],
  'core/proof': ['core/kernel', 'core/rubric', 'core/notice', 'core/ledger', 'core/scoring', 'core/analysis'],
  'core/analysis': ['core/kernel', 'core/rubric', 'core/ledger', 'core/scoring'],
  app: ['core', 'app'],
  adapters: ['core', 'app/ports'],
  api: ['core'],
  server: ['core', 'app', 'api'],
  cli: ['core', 'app'],
  web: ['core', 'api'],
  main: ['core', 'app', 'adapters', 'api', 'server', 'cli'],
}

const TEST = '\\.test\\.tsx?$'

const forbidden = [
  { name: 'no-cycle', severity: 'error', from: {}, to: { circular: true } },
  { name: 'nobody-imports-main', severity: 'error', from: { pathNot: '^src/main' }, to: { path: '^src/main' } },
  {
    name: 'core-has-no-package',
    severity: 'error',
    from: { path: '^src/core', pathNot: TEST },
    to: { dependencyTypesNot: ['local'], pathNot: '^src/' },
  },
  ...Object.entries(MAY_IMPORT).map(([room, rooms]) => ({
    name: `${room.replace('/', '-')}-imports-down`,
    severity: 'error',
    from: { path: `^src/${room}/`, pathNot: TEST },
    to: { path: '^src/', pathNot: [room, ...rooms].map((allowed) => `^src/${allowed}/`) },
  })),
]

const { output } = await cruise(['src'], {
  ruleSet: { forbidden },
  validate: true,
  parser: 'swc',
  doNotFollow: { path: 'node_modules' },
  enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js', '.mjs'] },
})
const { summary } = output
for (const violation of summary.violations)
  console.error(`${violation.rule.name}: ${violation.from} -> ${violation.to}`)
if (summary.totalCruised === 0) {
  console.error('dependency-cruiser read 0 modules: it checked nothing')
  process.exit(1)
}
console.log(`imports: ${summary.totalCruised} modules, ${summary.violations.length} violations`)
if (summary.violations.length > 0) process.exit(1)
