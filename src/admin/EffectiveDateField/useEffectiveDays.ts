'use client'
import { useConfig, useDocumentInfo, useFormFields } from '@payloadcms/ui'
import { useEffect, useState } from 'react'

import type { EffectiveDays } from '../../operations/effectiveDays.js'

/** What is known of a month: its days, nothing yet, or that they could not be found out. */
export type MonthAnswer = 'failed' | EffectiveDays | undefined

/**
 * What each day of some months is to the version in the form, as it stands there: saved or not. A month
 * is `YYYY-MM`, or empty for that of the earliest lawful day. Null where there is nothing to ask about:
 * no policy was chosen yet, or the version is an import.
 */
export const useEffectiveDays = ({
  months,
  round,
  slug,
}: {
  months: readonly string[]
  /** Asked anew with every number, since the answers follow the clock. */
  round: number
  slug: string
}): ((month: string) => MonthAnswer) | null => {
  const query = useFormQuery()
  const { id, data } = useDocumentInfo()
  const {
    config: {
      routes: { api },
      serverURL,
    },
  } = useConfig()
  const [answers, setAnswers] = useState<Record<string, 'failed' | EffectiveDays>>({})
  const policy = useFormFields(([fields]) => fields.policy?.value)
  const isImport = useFormFields(([fields]) => Boolean(fields['imported.source']?.value))
  const isUnknown = isImport || (id === undefined && !isId(policy))
  const address =
    id === undefined
      ? `${serverURL}${api}/${slug}/effective-days?${query}&policy=${encodeURIComponent(String(policy))}`
      : `${serverURL}${api}/${slug}/${id}/effective-days?${query}`
  const addressOf = (month: string) => `${address}${month && `&month=${month}`}`
  const savedAt: unknown = data?.updatedAt
  const keyOf = (month: string) => `${String(savedAt)} ${round} ${addressOf(month)}`
  const wanted = isUnknown ? '' : [...new Set(months)].join()

  useEffect(() => {
    for (const month of isUnknown ? [] : wanted.split(',')) {
      const keep = (answer: 'failed' | EffectiveDays) =>
        setAnswers((known) => ({ ...known, [keyOf(month)]: answer }))

      fetch(addressOf(month), { credentials: 'include' })
        .then(async (response) =>
          keep(response.ok ? ((await response.json()) as EffectiveDays) : 'failed'),
        )
        .catch(() => keep('failed'))
    }
    // What the keys are made of is all that is asked by.
  }, [address, isUnknown, round, savedAt, wanted])

  return isUnknown ? null : (month) => answers[keyOf(month)]
}

/** What of the form decides about days. */
const useFormQuery = (): string => {
  const materialChange = useFormFields(([fields]) => fields.materialChange?.value === true)
  const exception = useFormFields(([fields]) => fields['exception.reason']?.value)
  const replaces = useFormFields(([fields]) => fields['replaces.version']?.value)
  const difference = useFormFields(([fields]) => fields['replaces.materialDifference']?.value)

  return new URLSearchParams({
    exception: typeof exception === 'string' ? exception : '',
    materialChange: String(materialChange),
    materialDifference: String(difference !== false),
    replaces: isId(replaces) ? String(replaces) : '',
  }).toString()
}

const isId = (value: unknown): value is number | string =>
  typeof value === 'number' || (typeof value === 'string' && value !== '')
