/** Which of two forms of a word follows a number in a language; words that know more forms avoid them. */
export const pluralForm = ({
  amount,
  language,
}: {
  amount: number
  /** BCP 47 */
  language: string
}): 'one' | 'other' => (new Intl.PluralRules(language).select(amount) === 'one' ? 'one' : 'other')
