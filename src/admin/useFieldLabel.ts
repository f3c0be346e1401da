'use client'
import { useConfig, useDocumentInfo } from '@payloadcms/ui'

import { namedFields } from './namedFields.js'

/**
 * The label of a field that a component of its own shows. Payload hands such a component the label in the
 * language of whoever was the first to open a document; the panel's configuration has it in the reader's.
 */
export const useFieldLabel = ({ label, name }: { label?: unknown; name: string }): string => {
  const { collectionSlug } = useDocumentInfo()
  const { getEntityConfig } = useConfig()
  const fields = collectionSlug ? getEntityConfig({ collectionSlug }).fields : []
  const own = namedFields(fields).find((field) => field.name === name)?.label

  return [own, label].find((each) => typeof each === 'string') ?? name
}
