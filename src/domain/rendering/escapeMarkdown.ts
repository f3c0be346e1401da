/**
 * Text as it stands inside a line of CommonMark, also where it is read with GitHub's tables, struck-out
 * words and addresses that become links by themselves. An ampersand is escaped only where it could
 * begin an entity.
 */
export const escapeMarkdown = ({ isInLink, text }: { isInLink: boolean; text: string }): string => {
  const escaped = text
    .replace(/[*<@[\\\]_`|~]|&(?=[#\w]|$)|:(?=\/\/)/gu, '\\$&')
    .replace(/www(?=\.)/giu, '$&\\')
  // The rest of an address may stand in words of another format.
  const whole = /(?:ftp|https?):$/iu.test(escaped.slice(-6))
    ? `${escaped.slice(0, -1)}\\:`
    : escaped

  // In the words of a link, some parsers take the backslashes away and then look for links.
  return isInLink ? whole.replaceAll('\\[', '&#91;').replaceAll('\\]', '&#93;') : whole
}

/** Text at the start of a line, escaped already, that would begin a heading, a list, a quotation or a table. */
export const escapeLineStart = (line: string): string =>
  line.replace(/^[#+:=>-]/u, '\\$&').replace(/^(\d{1,9})(?=[.)](?:\s|$))/u, '$1\\')

/**
 * The address of a link as it stands in its brackets. What could end it is percent-encoded, as
 * browsers would do with most of it: not every parser reads the escapes that CommonMark has for it.
 */
export const markdownAddress = (url: string): string =>
  url
    .replace(/[\s"()<>[\]^`{|}]/gu, (character) =>
      character < '\u0080'
        ? `%${character.charCodeAt(0).toString(16).toUpperCase()}`
        : encodeURIComponent(character),
    )
    .replace(/&(?=#?\w+;)/gu, '\\&')
