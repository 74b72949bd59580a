/** Where the pages begin: who is signed in, in which language and theme, and which page the address names. */
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import './theme/tokens.css'
import './theme/base.css'
import './theme/frame.css'
import './theme/pieces.css'
import './theme/antd.css'
import './theme/print.css'

const page = document.getElementById('page')
if (page !== null) createRoot(page).render(<App />)
