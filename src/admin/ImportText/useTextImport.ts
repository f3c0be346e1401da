'use client'
import { useConfig, useLocale } from '@payloadcms/ui'
import { useRef, useState } from 'react'

import type { TextFormat } from '../../domain/textImport/textFormat.js'
import type { TextImport } from '../../operations/importText.js'

/** What a person brings: a file, or a text that was pasted. */
export type Source = { copies: 'all' | 'one'; file?: File; format?: TextFormat; text: string }

type Refusal = { errors?: { message: string }[] }

/** Asks the server what would become of a text; the newest question wins. */
export const useTextImport = ({ slug }: { slug: string }) => {
  const {
    config: {
      routes: { api },
      serverURL,
    },
  } = useConfig()
  const { code: locale } = useLocale() as { code?: string } // none without localization, whatever its type says
  const asked = useRef(0)
  const [imported, setImported] = useState<TextImport>()
  const [isBusy, setIsBusy] = useState(false)
  const [refusal, setRefusal] = useState<string>()

  const ask = async (source: Source) => {
    asked.current += 1
    const question = asked.current
    setIsBusy(true)
    setRefusal(undefined)

    const answered = await answerTo({
      address: `${serverURL}${api}/${slug}/import-text${
        locale === undefined ? '' : `?locale=${encodeURIComponent(locale)}`
      }`,
      source,
    })
    if (question !== asked.current) {
      return
    }
    setIsBusy(false)
    setRefusal(answered.refusal)
    setImported(answered.imported)
  }
  const forget = () => {
    asked.current += 1
    setImported(undefined)
    setIsBusy(false)
    setRefusal(undefined)
  }

  return { ask, forget, imported, isBusy, refusal }
}

const answerTo = async ({
  address,
  source,
}: {
  address: string
  source: Source
}): Promise<{ imported?: TextImport; refusal?: string }> => {
  try {
    const response = await fetch(address, {
      ...requestOf(source),
      credentials: 'include',
      method: 'POST',
    })
    const answer = (await response.json()) as Refusal & TextImport

    return response.ok
      ? { imported: answer }
      : { refusal: answer.errors?.[0]?.message ?? response.statusText }
  } catch (error) {
    return { refusal: error instanceof Error ? error.message : String(error) }
  }
}

const requestOf = ({ copies, file, format, text }: Source): RequestInit => {
  if (!file) {
    return {
      body: JSON.stringify({ copies, format, text }),
      headers: { 'Content-Type': 'application/json' },
    }
  }

  const body = new FormData()
  body.set('copies', copies)
  body.set('file', file)
  if (format) {
    body.set('format', format)
  }
  return { body }
}
