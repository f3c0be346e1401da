'use client'
import type { RichTextFieldLabelClientComponent } from 'payload'

import { FieldLabel } from '@payloadcms/ui'

import { useFieldLabel } from './useFieldLabel.js'

/** The label of a rich text in the reader's language; its editor keeps that of whoever opened one first. */
export const TranslatedLabel: RichTextFieldLabelClientComponent = ({ field, path = '' }) => (
  <FieldLabel
    label={useFieldLabel(field ?? { name: path })}
    localized={field?.localized ?? false}
    path={path}
    required={field?.required ?? false}
  />
)
