'use client'
import { useConfig, useTranslation } from '@payloadcms/ui'

import type { BesidesText } from '../../domain/besidesText.js'

import { useWords } from '../useWords.js'
import { WideTable } from '../WideTable/index.js'
import { besidesWords } from './besidesWords.js'

/** What else differs than the text, as a short table. */
export const Besides = ({
  besides,
  locales,
  slug,
}: {
  besides: readonly BesidesText[]
  /** Of the texts. */
  locales: readonly string[]
  /** Of the versions' collection. */
  slug: string
}) => {
  const say = useWords()
  const { word } = say
  const { i18n } = useTranslation()
  const { getEntityConfig } = useConfig()
  const { fields } = getEntityConfig({ collectionSlug: slug })
  const rows = besidesWords({ besides, fields, language: i18n.language, locales, say })
  const value = (given: null | string) =>
    given === null ? (
      <span className="policy-review__note">{word('reviewEmpty')}</span>
    ) : (
      <bdi>{given}</bdi>
    )

  return (
    <section aria-labelledby="policy-review-besides" className="policy-review__panel">
      <h2 id="policy-review-besides">{word('reviewBesides')}</h2>
      {rows.length === 0 ? (
        <p>{word('reviewBesidesNone')}</p>
      ) : (
        <WideTable label={word('reviewBesides')}>
          <thead>
            <tr>
              <th scope="col">{word('reviewBesidesField')}</th>
              <th scope="col">{word('reviewBefore')}</th>
              <th scope="col">{word('reviewAfter')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ after, before, name, path }) => (
              <tr key={path}>
                <th scope="row">{name}</th>
                <td>{value(before)}</td>
                <td>{value(after)}</td>
              </tr>
            ))}
          </tbody>
        </WideTable>
      )}
    </section>
  )
}
