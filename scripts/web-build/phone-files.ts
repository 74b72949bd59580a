import { createHash } from 'node:crypto'
import type { Plugin, Rollup } from 'vite'

const WORKER = 'service-worker.js'
const PHONE_PAGE = /\/pages\/inspection\/(?:[^/]+-page|to-inspection)\.tsx$/
/** Of `public/`: handed out under their own names. */
const NAMED = ['/set-theme.js', '/mingheng.webmanifest', '/icon-192.png', '/icon-512.png']

/**
 * Tells the service worker what the inspector's page is made of: the entry, that page, whatever they import, their styles,
 * fonts and pictures. The rest of the pages is not carried to a phone.
 */
export function phoneFiles(): Plugin {
  return {
    name: 'phone-files',
    enforce: 'post',
    generateBundle(_options, bundle) {
      const worker = bundle[WORKER]
      if (worker?.type !== 'chunk') throw new Error('there is no service worker to tell')
      const files = [...new Set([...filesOf(bundle), ...NAMED])].sort()
      const version = createHash('sha256').update(files.join('\n')).update(worker.code).digest('hex').slice(0, 12)
      const list = JSON.stringify(JSON.stringify({ version, files }))
      const code = worker.code.replace(/(["'`])FILES_OF_THIS_BUILD\1/, () => list)
      if (code === worker.code) throw new Error('the service worker has no place for the list of its files')
      worker.code = code
    },
  }
}

function filesOf(bundle: Rollup.OutputBundle): readonly string[] {
  const chunks = Object.values(bundle).filter((one) => one.type === 'chunk')
  const first = chunks.filter(({ isEntry, fileName, facadeModuleId, moduleIds }) => {
    if (fileName === WORKER) return false
    return isEntry || [facadeModuleId ?? '', ...moduleIds].some((module) => PHONE_PAGE.test(module))
  })
  const reached = new Set<string>()
  const reach = (fileName: string) => {
    const chunk = bundle[fileName]
    if (reached.has(fileName) || chunk?.type !== 'chunk') return
    reached.add(fileName)
    for (const imported of chunk.imports) reach(imported)
    for (const style of chunk.viteMetadata?.importedCss ?? []) reached.add(style)
  }
  for (const { fileName } of first) reach(fileName)
  const small = Object.keys(bundle).filter((name) => /\.(?:woff2|svg)$/.test(name))
  return [...reached, ...small].map((name) => `/${name}`)
}
