'use client'
import { Button } from '@payloadcms/ui'

import { useWords } from './useWords.js'

/** Says that where a version stands is not known, or may be out of date, and offers to ask again. */
export const WindowFailure = ({
  isStale,
  onRetry,
}: {
  /** True where an older answer is still shown. */
  isStale: boolean
  onRetry: () => Promise<void>
}) => {
  const { word } = useWords()

  return (
    <div className="policy-workflow__refusal" role="alert">
      <p>{word(isStale ? 'statusStale' : 'statusFailed')}</p>
      <Button buttonStyle="secondary" margin={false} onClick={() => void onRetry()} size="small">
        {word('tryAgain')}
      </Button>
    </div>
  )
}
