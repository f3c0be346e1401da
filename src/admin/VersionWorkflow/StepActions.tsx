'use client'
import { Button } from '@payloadcms/ui'

import { useWords } from '../useWords.js'

/** The end of a dialog: why the step was refused, and the buttons that take it or leave it. */
export const StepActions = ({
  isBusy,
  label,
  onCancel,
  onTake,
  refusal,
}: {
  isBusy: boolean
  label: string
  onCancel: () => void
  onTake: () => Promise<void>
  refusal: string | undefined
}) => {
  const { word } = useWords()

  return (
    <>
      {refusal !== undefined && (
        <p className="policy-workflow__refusal" role="alert">
          {refusal}
        </p>
      )}
      <div className="policy-workflow__actions">
        <Button disabled={isBusy} margin={false} onClick={() => void onTake()} size="medium">
          {label}
        </Button>
        <Button
          buttonStyle="secondary"
          disabled={isBusy}
          margin={false}
          onClick={onCancel}
          size="medium"
        >
          {word('cancel')}
        </Button>
      </div>
    </>
  )
}
