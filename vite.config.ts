import react from '@vitejs/plugin-react'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'
import { packedFiles } from './scripts/web-build/packed-files.ts'
import { phoneFiles } from './scripts/web-build/phone-files.ts'

/** The pages: built into `dist/web`, which the server hands out. Nothing is inlined: the page's policy allows no data: URLs. */
export default defineConfig({
  root: fileURLToPath(new URL('src/web', import.meta.url)),
  base: '/',
  plugins: [react(), phoneFiles(), packedFiles()],
  html: { cspNonce: 'NONCE_OF_THIS_ANSWER' },
  build: {
    outDir: fileURLToPath(new URL('dist/web', import.meta.url)),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2022',
    chunkSizeWarningLimit: 1000,
    rolldownOptions: {
      input: ['index.html', 'offline/service-worker.ts'].map((name) =>
        fileURLToPath(new URL(`src/web/${name}`, import.meta.url)),
      ),
      // A service worker is renewed under its own name.
      output: { entryFileNames: ({ name }) => (name === 'service-worker' ? '[name].js' : 'assets/[name]-[hash].js') },
    },
  },
})
