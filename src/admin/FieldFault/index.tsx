'use client'
import './index.css'

/** What is wrong with a field, in full: Payload's own cuts what is longer than the field, and leaves phones without it. */
export const FieldFault = ({
  message,
  showError,
}: {
  message: string | undefined
  showError: boolean
}) =>
  showError && message !== undefined && message !== '' ? (
    <p className="policy-fault" role="alert">
      {message}
    </p>
  ) : null
