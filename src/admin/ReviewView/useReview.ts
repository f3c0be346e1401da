'use client'
import { useCallback, useEffect, useState } from 'react'

import type { VersionRedline } from '../../operations/versionRedline.js'

/** The comparison of a version with another, in the languages that are chosen; in all at first. */
export const useReview = ({
  address,
  against,
  languages,
}: {
  address: string | undefined
  against: string | undefined
  languages: readonly string[] | undefined
}): {
  /** Of the text on the screen; null where what was loaded is of two texts. */
  fingerprint: null | string
  isLoading: boolean
  message: string | undefined
  redlines: VersionRedline[]
  reload: () => Promise<void>
} => {
  const [redlines, setRedlines] = useState<VersionRedline[]>([])
  const [isLoading, setIsLoading] = useState(true)
  const [message, setMessage] = useState<string>()

  const load = useCallback(
    async ({ signal }: { signal?: AbortSignal } = {}) => {
      if (address === undefined) {
        return
      }
      setIsLoading(true)
      const ask = (locale?: string) => redlineAt({ address, against, locale, signal })
      const [first, ...chosen] = languages ?? [undefined]
      const answer = await ask(first)
      const others = languages ? chosen : answer.locales.filter((code) => code !== answer.locale)
      const answers = [answer, ...(await Promise.all(others.map(ask)))]
      const { locales } = answer

      setRedlines(
        answers.sort((one, other) => locales.indexOf(one.locale) - locales.indexOf(other.locale)),
      )
      setMessage(undefined)
      setIsLoading(false)
    },
    [address, against, languages],
  )
  const failed = useCallback((error: unknown) => {
    setMessage(error instanceof Error ? error.message : String(error))
    setIsLoading(false)
  }, [])

  useEffect(() => {
    const { abort, signal } = abortable()
    load({ signal }).catch((error: unknown) => {
      if (!signal.aborted) {
        failed(error)
      }
    })
    return abort
  }, [failed, load])

  const fingerprints = new Set(redlines.map(({ to }) => to.fingerprint))

  return {
    fingerprint: fingerprints.size === 1 ? (redlines[0]?.to.fingerprint ?? null) : null,
    isLoading,
    message,
    redlines,
    reload: () => load().catch(failed),
  }
}

const abortable = () => {
  const controller = new AbortController()
  return { abort: () => controller.abort(), signal: controller.signal }
}

/** @throws Error with the words of a refusal. */
const redlineAt = async ({
  address,
  against,
  locale,
  signal,
}: {
  address: string
  against: string | undefined
  locale: string | undefined
  signal: AbortSignal | undefined
}): Promise<VersionRedline> => {
  const query = new URLSearchParams({
    ...(against !== undefined && { against }),
    ...(locale !== undefined && { locale }),
  })
  const response = await fetch(`${address}/redline?${query.toString()}`, {
    cache: 'no-store',
    credentials: 'include',
    ...(signal && { signal }),
  })
  const answer = (await response.json()) as VersionRedline & { errors?: { message: string }[] }

  if (!response.ok) {
    throw new Error(answer.errors?.[0]?.message ?? response.statusText)
  }
  return answer
}
