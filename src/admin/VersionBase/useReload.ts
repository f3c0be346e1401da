'use client'
import { useRouteTransition } from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'

import { useStoredDocument } from '../useStoredDocument.js'

/** Fills the form with what stands in the database now, and has the page say the same. */
export const useReload = ({ address }: { address: string | undefined }): (() => Promise<void>) => {
  const load = useStoredDocument({ address })
  const router = useRouter()
  const { startRouteTransition } = useRouteTransition()

  return async () => {
    await load()
    startRouteTransition(() => {
      router.refresh()
    })
  }
}
