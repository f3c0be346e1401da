'use client'
import type { TextFieldClientProps } from 'payload'

import { FieldError, FieldLabel, useField } from '@payloadcms/ui'

import { useNoticeWindow } from '../useNoticeWindow.js'
import { useWords } from '../useWords.js'
import './index.css'

/** The day on which a version is to take effect, with the deadline that follows from it. */
export const EffectiveDateField = ({
  field,
  path,
  readOnly,
  slug,
}: TextFieldClientProps & { slug: string }) => {
  const say = useWords()
  const { customComponents, disabled, setValue, showError, value } = useField<null | string>({
    path,
  })
  const { window } = useNoticeWindow({ effectiveOn: value ?? undefined, slug })
  const isSealed = window?.status === 'published' || window?.status === 'withdrawn'
  const id = `field-${path}`

  return (
    <div className={`field-type text policy-date${showError ? ' error' : ''}`}>
      <FieldLabel htmlFor={id} label={field.label} path={path} />
      <div className="field-type__wrap">
        <FieldError path={path} showError={showError} />
        <input
          disabled={readOnly || disabled}
          id={id}
          onChange={(event) => setValue(event.target.value || null)}
          type="date"
          value={value ?? ''}
        />
      </div>
      {window && !isSealed && (
        <p className="policy-date__hint">
          {window.isLawful && window.publicationDeadline
            ? say.word('publishBefore', {
                date: say.day(window.effectiveAt, window.timeZone),
                deadline: say.moment(window.publicationDeadline, window.timeZone),
              })
            : window.earliestEffectiveAt &&
              say.word('earliest', { date: say.day(window.earliestEffectiveAt, window.timeZone) })}
        </p>
      )}
      {customComponents?.Description}
    </div>
  )
}
