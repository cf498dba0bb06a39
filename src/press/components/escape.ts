const special = /[&<>"']/;
const specials = /[&<>"']/g;
const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text made safe between tags and within quoted attributes. */
export function escapeHtml(text: string): string {
  return special.test(text) ? text.replace(specials, (c) => entities[c] ?? c) : text;
}
