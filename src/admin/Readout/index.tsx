'use client'
import type { DefaultCellComponentProps, JSONFieldClientProps } from 'payload'

import { FieldLabel, useField } from '@payloadcms/ui'

import { useFieldLabel } from '../useFieldLabel.js'
import './index.css'

/** A value of the record, to be read only: people by their name, everything else as it is stored. */
export const ReadoutField = ({ field, path }: JSONFieldClientProps) => {
  const label = useFieldLabel(field)
  const { value } = useField({ path })

  return (
    <div className="field-type policy-readout">
      <FieldLabel label={label} path={path} />
      <pre>{inWords(value, 2)}</pre>
    </div>
  )
}

/** The same in a list. */
export const ReadoutCell = ({ cellData }: DefaultCellComponentProps) => (
  <span>{inWords(cellData)}</span>
)

const inWords = (value: unknown, indent?: number): string => {
  if (value === null || value === undefined) {
    return '–'
  }
  if (isPerson(value)) {
    return value.name
  }
  return JSON.stringify(value, null, indent)
}

const isPerson = (value: unknown): value is { name: string } =>
  typeof value === 'object' &&
  value !== null &&
  'collection' in value &&
  'name' in value &&
  typeof value.name === 'string'
