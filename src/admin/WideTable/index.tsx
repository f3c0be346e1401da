'use client'
import type { ReactNode } from 'react'

import './index.css'

/** A table that scrolls where it has no room, with the keyboard too, and shows by its edges that there is more. */
export const WideTable = ({ children, label }: { children: ReactNode; label: string }) => (
  <div aria-label={label} className="policy-table" role="group" tabIndex={0}>
    <table>{children}</table>
  </div>
)
