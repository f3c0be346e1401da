'use client'
import { Button, useDocumentDrawer } from '@payloadcms/ui'

import { useWords } from '../useWords.js'

/** Starts a version of a policy from nothing, where nothing is published to start from. */
export const FirstVersion = ({
  collection,
  isAnother,
  onCreated,
  policy,
}: {
  /** Slug of the versions. */
  collection: string
  /** True where one is being drafted already. */
  isAnother: boolean
  onCreated: (version: number | string) => void
  policy: number | string | undefined
}) => {
  const { word } = useWords()
  const [DocumentDrawer, , { openDrawer }] = useDocumentDrawer({ collectionSlug: collection })

  return (
    <>
      <Button
        buttonStyle={isAnother ? 'secondary' : 'primary'}
        margin={false}
        onClick={openDrawer}
        size="medium"
      >
        {word(isAnother ? 'newVersionAnother' : 'newVersionFirst')}
      </Button>
      <DocumentDrawer
        initialData={{ policy }}
        onSave={({ doc }) => onCreated(doc.id)}
        redirectAfterCreate={false}
      />
    </>
  )
}
