'use client'
import type { TextFieldClientProps } from 'payload'

import { FieldError, FieldLabel, useField } from '@payloadcms/ui'

import type { NoticeWindow } from '../../operations/noticeWindow.js'

import { useNoticeWindow } from '../useNoticeWindow.js'
import { useWords } from '../useWords.js'
import './index.css'

type Say = ReturnType<typeof useWords>

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
      {window && !isSealed && <p className="policy-date__hint">{hintOf({ say, window })}</p>}
      {customComponents?.Description}
    </div>
  )
}

/** What follows from the day: until when to publish, that it takes the exception, or the earliest day. */
const hintOf = ({ say, window }: { say: Say; window: NoticeWindow }): string => {
  const { earliestEffectiveAt, effectiveAt, exception, isLawful, publicationDeadline, timeZone } =
    window

  if (exception?.isNeeded) {
    return say.word('byException')
  }
  if (isLawful && publicationDeadline) {
    return say.word('publishBefore', {
      date: say.day(effectiveAt, timeZone),
      deadline: say.moment(publicationDeadline, timeZone),
    })
  }
  return earliestEffectiveAt
    ? say.word('earliest', { date: say.day(earliestEffectiveAt, timeZone) })
    : ''
}
