/** What kind of thing a finding is about. */
export type TextFindingCode =
  | 'CONTENT_DROPPED'
  | 'DATE_CONTRADICTS_RECORD'
  | 'EMAIL_BROKEN'
  | 'LIST_RESTARTS'
  | 'NOTICE_CONTRADICTS_TERMS'

/** Something in a policy's text that a person should look at; never blocks. */
export type TextFinding = {
  code: TextFindingCode
  /** The words of the text that it is about. */
  excerpt: string
  /** By which an editor acknowledges it: the same as long as these words stand in the text. */
  key: string
  /** What contradicts what, and what to do. */
  message: string
}

/** Makes a finding; `because` goes on after the words of the text. */
export const findingOf = ({
  because,
  code,
  excerpt,
}: {
  because: string
  code: TextFindingCode
  excerpt: string
}): TextFinding => {
  const words = shortened(excerpt.replaceAll('\n', ' ').trim())

  return {
    code,
    excerpt: words,
    key: `${code}:${words}`,
    message: `The text says “${words}”, ${because}`,
  }
}

/** The most characters that an excerpt has. */
const longestExcerpt = 100

const shortened = (text: string): string =>
  text.length > longestExcerpt
    ? `${text.slice(0, longestExcerpt - 1).replace(/\p{Surrogate}$/u, '')}…`
    : text
