'use client'
import type { BesidesText } from '../../domain/besidesText.js'
import type { en } from '../../translations/en.js'

import { useWords } from '../useWords.js'

/** The fields that have a name of their own in the form. */
const names = {
  changeSummary: 'changeSummary',
  effectiveOn: 'effectiveOn',
  exception: 'exception',
  imported: 'imported',
  materialChange: 'materialChange',
  materialityReason: 'materialityReason',
  noticeChannels: 'noticeChannels',
  noticeTerms: 'noticeTerms',
  replaces: 'replaces',
  title: 'title',
} as const satisfies Record<string, keyof (typeof en)['admin']>

/** What else differs than the text, as a short table. */
export const Besides = ({ besides }: { besides: readonly BesidesText[] }) => {
  const { word } = useWords()
  const nameOf = (path: string) => {
    const [field = '', ...rest] = path.split('.')
    const name = Object.hasOwn(names, field) ? word(names[field as keyof typeof names]) : field

    return [name, ...rest].join(' › ')
  }
  const value = (given: null | string) =>
    given ?? <span className="policy-review__note">{word('reviewEmpty')}</span>

  return (
    <section aria-labelledby="policy-review-besides" className="policy-review__panel">
      <h2 id="policy-review-besides">{word('reviewBesides')}</h2>
      {besides.length === 0 ? (
        <p>{word('reviewBesidesNone')}</p>
      ) : (
        <div className="policy-review__scroll" tabIndex={0}>
          <table>
            <thead>
              <tr>
                <th scope="col">{word('reviewBesidesField')}</th>
                <th scope="col">{word('reviewBefore')}</th>
                <th scope="col">{word('reviewAfter')}</th>
              </tr>
            </thead>
            <tbody>
              {besides.map(({ after, before, path }) => (
                <tr key={path}>
                  <th scope="row">{nameOf(path)}</th>
                  <td>{value(before)}</td>
                  <td>{value(after)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}
