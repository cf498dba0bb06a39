import type { Within } from '../../newsroom/publications/views.ts';
import type { Sheet } from './sheet.ts';

/** What narrows a search down, as the address has it. */
export interface Narrowing {
  section?: string | undefined;
  /** A topic or a person that it is kept to. */
  within?: readonly Within[];
  /** YYYY-MM-DD. */
  from?: string | undefined;
  to?: string | undefined;
}

const nothing: Narrowing = {};

/**
 * A search field with its button; works as a plain link, so an answer can be kept and sent on. The
 * fields that narrow it down are folded away until they are used; an empty one means nothing.
 */
export function SearchForm({
  sheet,
  query,
  narrowing,
}: {
  sheet: Sheet;
  query: string;
  /** Without it there is nothing but the field. */
  narrowing?: Narrowing;
}) {
  const { search } = sheet.words;
  return (
    <form class="search" method="get" action="/search">
      <div class="search-field">
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
      </div>
      {narrowing === undefined ? null : <Narrow sheet={sheet} narrowing={narrowing} />}
    </form>
  );
}

function Narrow({ sheet, narrowing = nothing }: { sheet: Sheet; narrowing?: Narrowing }) {
  const { search } = sheet.words;
  const { within = [], ...fields } = narrowing;
  const used = within.length > 0 || Object.values(fields).some((value) => value);
  return (
    <details class="narrow" open={used}>
      <summary>{search.narrow}</summary>
      <div class="narrow-fields">
        {within.map(({ kind, slug, name }) => (
          <label class="within">
            <input type="checkbox" name={kind} value={slug} checked />
            <span>
              {search.within[kind]} <bdi>{name}</bdi>
            </span>
          </label>
        ))}
        <label>
          {search.section}
          <select name="section">
            <option value="">{search.anySection}</option>
            {sheet.shell.sections.map((section) => (
              <option value={section.slug} selected={section.slug === narrowing.section}>
                {section.name}
              </option>
            ))}
          </select>
        </label>
        <label>
          {search.from}
          <input type="date" name="from" value={narrowing.from ?? ''} />
        </label>
        <label>
          {search.to}
          <input type="date" name="to" value={narrowing.to ?? ''} />
        </label>
      </div>
    </details>
  );
}
