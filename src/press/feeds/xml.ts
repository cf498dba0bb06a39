/** What XML 1.0 forbids even as a character reference (Extensible Markup Language, 2.2). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to find
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
/** Whether there is anything to look at more closely: most text and every address has none of it. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: as above
const suspect = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\ufffe\uffff]/;
const special = /[&<>"']/g;
const references: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text without what no XML may hold: control characters go, half a surrogate pair becomes �. */
export function legalText(text: string): string {
  return suspect.test(text) ? text.toWellFormed().replace(forbidden, '') : text;
}

/** Text for an element or an attribute of XML. */
export function escapeXml(text: string): string {
  return legalText(text).replace(special, (c) => references[c] ?? c);
}

/** `<name>text</name>`, the text escaped. */
export function element(name: string, text: string): string {
  return `<${name}>${escapeXml(text)}</${name}>`;
}
