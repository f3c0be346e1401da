'use client'
import { useDocumentInfo, useForm, useLocale } from '@payloadcms/ui'

/**
 * Fills the form with what stands in the database now, once a step or a rebase has changed it: the form
 * would send back what stood there before, the old status too.
 */
export const useStoredDocument = ({
  address,
}: {
  address: string | undefined
}): (() => Promise<void>) => {
  const { setData } = useDocumentInfo()
  const { reset } = useForm()
  const { code: locale } = useLocale() as { code?: string } // none without localization, whatever its type says

  return async () => {
    const query = new URLSearchParams({
      depth: '0',
      'fallback-locale': 'null',
      ...(locale !== undefined && { locale }),
    })
    const response = await fetch(`${address}?${query.toString()}`, { credentials: 'include' })
    const stored = (await response.json()) as Record<string, unknown>

    await reset(stored)
    setData(stored)
  }
}
