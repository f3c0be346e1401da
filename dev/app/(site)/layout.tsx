import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'

import { DemoClock } from './components/DemoClock.js'
import { SiteFooter } from './components/SiteFooter.js'
import { SiteHeader } from './components/SiteHeader.js'
import './site.css'

export const dynamic = 'force-dynamic'

export const metadata: Metadata = {
  description: 'Harborlight Books: new and used books in three shops on the Maine coast.',
  title: { default: 'Harborlight Books', template: '%s – Harborlight Books' },
}

export const viewport: Viewport = { colorScheme: 'light dark' }

const Layout = ({ children }: { children: ReactNode }) => (
  <html lang="en">
    <body>
      <a className="skip-link" href="#main">
        Skip to the content
      </a>
      <SiteHeader />
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <SiteFooter />
      <DemoClock />
    </body>
  </html>
)

export default Layout
