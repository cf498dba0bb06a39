import type { Sheet } from './sheet.ts';

/** A search field with its button; works as a plain link, so an answer can be kept and sent on. */
export function SearchForm({ sheet, query }: { sheet: Sheet; query: string }) {
  const { search } = sheet.words;
  return (
    <form class="search" method="get" action="/search">
      <label class="unseen" for="q">
        {search.label}
      </label>
      <input
        id="q"
        name="q"
        type="search"
        value={query}
        maxlength={200}
        autocomplete="off"
        dir="auto"
        enterkeyhint="search"
      />
      <button type="submit">{search.button}</button>
    </form>
  );
}
