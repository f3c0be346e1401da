'use client'
import type { TextFieldClientProps } from 'payload'

import { FieldLabel, SelectInput, useField } from '@payloadcms/ui'

import { legalObligation } from '../../domain/noticeException.js'
import { useEffectiveDays } from '../EffectiveDateField/useEffectiveDays.js'
import { FieldFault } from '../FieldFault/index.js'
import { reasonName } from '../reasonWords.js'
import { useFieldLabel } from '../useFieldLabel.js'
import { useWords } from '../useWords.js'

/** The reason for an exception: one of those that the terms allow which govern the change. */
export const ExceptionReason = ({
  field,
  path,
  readOnly,
  slug,
}: TextFieldClientProps & { slug: string }) => {
  const say = useWords()
  const label = useFieldLabel(field)
  const { disabled, errorMessage, setValue, showError, value } = useField<null | string>({ path })
  const answer = useEffectiveDays({ months: [''], round: 0, slug })?.('')
  const allowed = typeof answer === 'object' ? answer.exceptions : [legalObligation]
  // Without it here, nobody could see one that the terms do not allow, and take it out.
  const reasons = [...new Set([...allowed, ...(value ? [value] : [])])]

  return (
    <SelectInput
      Error={<FieldFault message={errorMessage} showError={showError} />}
      isClearable
      Label={<FieldLabel label={label} path={path} />}
      name={field.name}
      onChange={(chosen: unknown) => setValue(isOption(chosen) ? chosen.value : null)}
      options={reasons.map((reason) => ({ label: reasonName({ reason, say }), value: reason }))}
      path={path}
      readOnly={Boolean(readOnly) || disabled}
      showError={showError}
      {...(value && { value })}
    />
  )
}

/** Of what is cleared there is none. */
const isOption = (chosen: unknown): chosen is { value: string } =>
  typeof chosen === 'object' && chosen !== null && 'value' in chosen
