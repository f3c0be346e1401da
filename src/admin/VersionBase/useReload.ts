'use client'
import { useDocumentInfo, useForm, useLocale, useRouteTransition } from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'

/** Fills the form with what stands in the database now, once the plugin has changed it. */
export const useReload = ({ address }: { address: string | undefined }): (() => Promise<void>) => {
  const { setData } = useDocumentInfo()
  const { reset } = useForm()
  const { code: locale } = useLocale()
  const router = useRouter()
  const { startRouteTransition } = useRouteTransition()

  return async () => {
    const query = new URLSearchParams({ depth: '0', 'fallback-locale': 'null', locale })
    const response = await fetch(`${address}?${query.toString()}`, { credentials: 'include' })
    const document = (await response.json()) as Record<string, unknown>

    setData(document)
    await reset(document)
    startRouteTransition(() => {
      router.refresh()
    })
  }
}
