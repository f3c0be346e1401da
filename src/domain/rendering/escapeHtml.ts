/** Text as it stands in HTML, in an element or in the quotes of an attribute. */
export const escapeHtml = (text: string): string =>
  text.replace(/["&'<>]/g, (character) => entities[character] ?? '')

const entities: Record<string, string> = {
  '"': '&quot;',
  '&': '&amp;',
  "'": '&#39;',
  '<': '&lt;',
  '>': '&gt;',
}
