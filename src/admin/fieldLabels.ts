'use client'
import type { ClientField } from 'payload'

import { useConfig, useDocumentInfo } from '@payloadcms/ui'

/** A field that is a part of a path. */
export type NamedField = { label?: unknown; name: string; options?: unknown[]; type: string }

/**
 * The label of a field that a component of its own shows. Payload hands such a component the label in the
 * language of whoever was the first to open a document; the panel's configuration has it in the reader's.
 */
export const useFieldLabel = ({ label, name }: { label?: unknown; name: string }): string => {
  const { collectionSlug } = useDocumentInfo()
  const { getEntityConfig } = useConfig()
  const { fields = [] } = collectionSlug ? (getEntityConfig({ collectionSlug }) ?? {}) : {}
  const own = namedFields(fields).find((field) => field.name === name)?.label

  return [own, label].find((each) => typeof each === 'string') ?? name
}

/** The fields at one level of a path: rows, tabs without a name and what can be folded are no part of it. */
export const namedFields = (fields: readonly ClientField[]): NamedField[] =>
  fields.flatMap((field) => {
    if ('tabs' in field) {
      return field.tabs.flatMap((tab) =>
        'name' in tab && tab.name
          ? [{ ...tab, name: tab.name, type: 'tab' }]
          : namedFields(tab.fields),
      )
    }
    if ('name' in field && field.name) {
      return [field as NamedField]
    }
    return 'fields' in field ? namedFields(field.fields) : []
  })
