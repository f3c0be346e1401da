'use client'
import type { Warning } from '../../domain/warning.js'

import { useWords } from '../useWords.js'

/** True for a warning about what a version says of its own materiality. */
export const isDoubt = ({ code }: Warning): boolean =>
  code.startsWith('MATERIALITY_') && code !== 'MATERIALITY_REQUIRED'

/** What stands against the word that a change is not material, and why it is not, where somebody said so. */
export const Doubts = ({ warnings }: { warnings: Warning[] }) => {
  const { word } = useWords()
  const doubts = warnings.filter(isDoubt)
  const reason = doubts.find(({ acknowledged }) => acknowledged !== undefined)?.acknowledged

  return (
    doubts.length > 0 && (
      <div className="policy-workflow__advice">
        <p>{word('reviewDoubts')}</p>
        <ul>
          {doubts.map(({ message }) => (
            <li key={message}>{message}</li>
          ))}
        </ul>
        {reason !== undefined && <p>{word('reviewDoubtsReason', { reason })}</p>}
      </div>
    )
  )
}
