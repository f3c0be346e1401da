import type { Token } from '../reading/tokens.js'

/**
 * What makes a replacement the same change as another one, at another place: the same address that
 * gave way to the same words, whatever words led to it, or a name that became another name. Null
 * where the words say too little: "20" for "30" may change two different things.
 */
export const changeKey = ({
  deleted,
  inserted,
}: {
  deleted: readonly Token[]
  inserted: readonly Token[]
}): null | string => {
  const all = [...deleted, ...inserted]

  return all.some(isAddress) || all.every((token) => isName(token) || !token.word.isWord)
    ? [deleted, inserted].map(wordsOf).join(' → ')
    : null
}

const isAddress = ({ address }: Token): boolean => address !== null

const isName = ({ word: { form } }: Token): boolean =>
  /^[\p{Lu}\p{Lo}\p{N}]/u.test(form) && /\p{L}/u.test(form)

const wordsOf = (tokens: readonly Token[]): string => {
  const addresses = tokens.filter(isAddress)

  return (addresses.length > 0 ? addresses : tokens).map(({ word }) => word.form).join(' ')
}
