import type { ReactNode } from 'react'

/** Next asks for one; no page is measured. */
const Layout = ({ children }: { children: ReactNode }) => (
  <html lang="en">
    <body>{children}</body>
  </html>
)

export default Layout
