// Before anything is drawn, so that a page in the dark does not flash white.
;(() => {
  const chosen = localStorage.getItem('mingheng.theme')
  const isDark = chosen === 'dark' || (chosen === null && matchMedia('(prefers-color-scheme: dark)').matches)
  document.documentElement.dataset.theme = isDark ? 'dark' : 'light'
})()
