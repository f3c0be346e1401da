'use client'
import { SetDocumentStepNav, useConfig, useDocumentInfo } from '@payloadcms/ui'

/** The panel's breadcrumbs to a document, for a tab that is not one of the panel's own. */
export const Breadcrumbs = ({ collection }: { collection: string }) => {
  const { id } = useDocumentInfo()
  const { getEntityConfig } = useConfig()
  const { admin, labels } = getEntityConfig({ collectionSlug: collection })

  return (
    <SetDocumentStepNav
      collectionSlug={collection}
      id={id}
      pluralLabel={labels.plural}
      useAsTitle={admin.useAsTitle}
    />
  )
}
