'use client'
import { useConfig, useDocumentInfo } from '@payloadcms/ui'
import { useCallback, useEffect, useState } from 'react'

import type { NoticeWindow } from '../operations/noticeWindow.js'

/** The dry run of the document's publication, asked again whenever the document or the day changes. */
export const useNoticeWindow = ({
  effectiveOn,
  slug,
}: {
  effectiveOn?: string
  slug: string
}): {
  address: string | undefined
  refresh: () => Promise<void>
  window: NoticeWindow | undefined
} => {
  const { id, data } = useDocumentInfo()
  const {
    config: {
      routes: { api },
      serverURL,
    },
  } = useConfig()
  const [window, setWindow] = useState<NoticeWindow>()
  const address = id === undefined ? undefined : `${serverURL}${api}/${slug}/${id}`
  const savedAt: unknown = data?.updatedAt

  const refresh = useCallback(async () => {
    if (address === undefined) {
      return
    }
    const query = effectiveOn ? `?effectiveOn=${encodeURIComponent(effectiveOn)}` : ''
    const response = await fetch(`${address}/notice-window${query}`, { credentials: 'include' })
    setWindow(response.ok ? ((await response.json()) as NoticeWindow) : undefined)
  }, [address, effectiveOn])

  useEffect(() => {
    // Without an answer the panel stays as it was; the server refuses what is unlawful anyway.
    refresh().catch(() => undefined)
  }, [refresh, savedAt])

  return { address, refresh, window }
}
