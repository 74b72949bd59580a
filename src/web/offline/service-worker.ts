/**
 * Keeps the inspector's page on the phone. What `npm run build` lists for it is fetched whole before this version is used;
 * the page comes with its headers, because its policy and its text share one nonce. The interface is never kept: an
 * answer about an assessment is either the server's or the page's own copy, which says when it was read.
 */
export interface WorkerEvent extends Event {
  readonly waitUntil: (work: Promise<unknown>) => void
}

interface FetchedEvent extends WorkerEvent {
  readonly request: Request
  readonly respondWith: (answer: Promise<Response>) => void
}

/** As much of the worker's scope as is used: the library's own types cannot stand beside those of a page. */
declare const self: {
  readonly skipWaiting: () => Promise<void>
  readonly clients: { readonly claim: () => Promise<void> }
  readonly addEventListener: {
    (type: 'install' | 'activate', heard: (event: WorkerEvent) => void): void
    (type: 'fetch', heard: (event: FetchedEvent) => void): void
    (type: 'message', heard: (event: MessageEvent<unknown>) => void): void
  }
}

/** The build writes the list in. */
const BUILT = JSON.parse('FILES_OF_THIS_BUILD') as { readonly version: string; readonly files: readonly string[] }
const PREFIX = 'mingheng-pages-'
const CACHE = `${PREFIX}${BUILT.version}`
const PAGE = '/inspection'
const PHONE_PAGE = /^\/(?:assessments\/[^/]+\/)?inspection$/

self.addEventListener('install', (event) => event.waitUntil(fill()))
self.addEventListener('activate', (event) => event.waitUntil(takeOver()))
self.addEventListener('message', ({ data }) => {
  if (data === 'take-over') void self.skipWaiting()
})
self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin || /^\/api(?:\/|$)/.test(pathname)) return
  if (request.mode === 'navigate') event.respondWith(page(request, pathname))
  else if (pathname.startsWith('/assets/') || BUILT.files.includes(pathname)) event.respondWith(file(request))
})

async function fill(): Promise<void> {
  const cache = await caches.open(CACHE)
  await cache.addAll(BUILT.files.map((path) => new Request(path, { cache: 'no-cache' })))
  const shell = await fetch(PAGE, { headers: { accept: 'text/html' }, cache: 'no-store' })
  if (!shell.ok) throw new Error(`the page answered ${shell.status}`)
  await cache.put(PAGE, shell)
}

async function takeOver(): Promise<void> {
  for (const name of await caches.keys()) if (name.startsWith(PREFIX) && name !== CACHE) await caches.delete(name)
  await self.clients.claim()
}

/** The phone's own page comes from the phone; of any other only what nobody answers. */
async function page(request: Request, pathname: string): Promise<Response> {
  const kept = async () => (await caches.open(CACHE)).match(PAGE)
  if (PHONE_PAGE.test(pathname)) return (await kept()) ?? fetch(request)
  try {
    return await fetch(request)
  } catch (error) {
    const instead = await kept()
    if (instead === undefined) throw error
    return instead
  }
}

/** Files named by their content never change: once fetched they stay. */
async function file(request: Request): Promise<Response> {
  const cache = await caches.open(CACHE)
  const kept = await cache.match(request, { ignoreVary: true })
  if (kept !== undefined) return kept
  const fetched = await fetch(request)
  if (fetched.ok) await cache.put(request, fetched.clone())
  return fetched
}
