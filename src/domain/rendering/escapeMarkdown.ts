/**
 * Text as it stands inside a line of CommonMark, also where it is read with GitHub's tables, struck-out
 * words and addresses that become links by themselves.
 */
export const escapeMarkdown = (text: string): string =>
  text.replace(special, '\\$&').replace(trailingProtocol, '\\:')

/** Text at the start of a line, escaped already, that would begin a heading, a list, a quotation or a table. */
export const escapeLineStart = (line: string): string =>
  line.replace(/^[#+:=>-]/u, '\\$&').replace(/^(\d{1,9})(?=[.)](?:\s|$))/u, '$1\\')

/** The address of a link, in the brackets that let it have any character but a few, which are escaped. */
export const markdownAddress = (url: string): string =>
  /^[\w#%+,./:=?@~-]+$/u.test(url) ? url : `<${url.replace(/[&<>|]/gu, '\\$&')}>`

/** An ampersand only where it could begin an entity, a colon and a dot only where they could make an address. */
const special = /[*<@[\\\]_`|~]|&(?=[#\w]|$)|:(?=\/\/)|(?<=\bwww)\./giu

const trailingProtocol = /(?<=\b(?:ftp|https?)):$/iu
