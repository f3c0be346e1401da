'use client'
import { useWords } from '../useWords.js'
import './index.css'

/** What is wrong with a field, in full: Payload's own cuts what is longer than the field, and leaves phones without it. */
export const FieldFault = ({
  message,
  showError,
}: {
  message: string | undefined
  showError: boolean
}) => {
  const say = useWords()

  return showError && message !== undefined && message !== '' ? (
    <p className="policy-fault" role="alert">
      {say.refusal(message)}
    </p>
  ) : null
}
