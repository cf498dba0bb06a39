import { raw } from 'hono/html';
import { formatDate } from '../../arabic/format-date.ts';
import { storyPath } from '../../newsroom/publications/paths.ts';
import type { SearchAnswer, SearchHit } from '../../newsroom/publications/views.ts';
import { directionOf } from '../components/direction.ts';
import { escapeHtml } from '../components/escape.ts';
import { pageOf } from '../components/page.tsx';
import { type Narrowing, SearchForm } from '../components/search-form.tsx';
import { count, machineTime, openSheet, type Sheet } from '../components/sheet.ts';
import type { PageContext } from './page-context.ts';

/** A text with its matches lit up. Ranges that overlap or point outside the text are skipped. */
function lit(text: string, marks: SearchHit['marks']): string {
  let html = '';
  let done = 0;
  for (const [start, end] of marks) {
    if (start < done || end <= start || end > text.length) continue;
    html += `${escapeHtml(text.slice(done, start))}<mark>${escapeHtml(text.slice(start, end))}</mark>`;
    done = end;
  }
  return html + escapeHtml(text.slice(done));
}

const direction = (text: string): string => (directionOf(text) === 'ltr' ? ' dir="ltr"' : '');

/** Written as text: some hundred elements of their own would be the better part of the page's work. */
function hitHtml(sheet: Sheet, hit: SearchHit): string {
  const { headline, headlineMarks, snippet, marks, section, publishedAt } = hit;
  const label = section === null ? '' : `<p class="label">${escapeHtml(section.name)}</p>`;
  const gist =
    snippet === '' ? '' : `<p class="gist"${direction(snippet)}>${lit(snippet, marks)}</p>`;
  return (
    `<article class="row"><div>${label}` +
    `<h2${direction(headline)}><a href="${storyPath(hit)}">${lit(headline, headlineMarks)}</a></h2>${gist}` +
    `<p class="by"><time datetime="${machineTime(sheet, publishedAt)}">${formatDate(publishedAt, sheet.dates)}</time></p>` +
    '</div></article>'
  );
}

function Suggestion({ sheet, text }: { sheet: Sheet; text: string | null }) {
  if (!text) return null;
  return (
    <p class="outcome">
      {sheet.words.search.suggestion}{' '}
      <a href={`/search?q=${encodeURIComponent(text)}`}>
        <bdi>{text}</bdi>
      </a>
    </p>
  );
}

function Answer({ sheet, answer }: { sheet: Sheet; answer: SearchAnswer | null }) {
  const { search, results } = sheet.words;
  if (!answer || answer.query.trim() === '') return <p class="outcome">{search.prompt}</p>;
  // Isolates, so that a query in another direction does not pull the marks around it.
  const query = `\u2068${answer.query}\u2069`;
  if (answer.hits.length === 0) {
    return (
      <>
        <p class="outcome" role="status">
          {search.none(query)} {search.noneHelp}
        </p>
        <Suggestion sheet={sheet} text={answer.suggestion} />
      </>
    );
  }
  return (
    <>
      <p class="outcome" role="status">
        {search.outcome(count(sheet, answer.total, results), query)}
      </p>
      <Suggestion sheet={sheet} text={answer.suggestion} />
      <div class="results">{raw(answer.hits.map((hit) => hitHtml(sheet, hit)).join(''))}</div>
    </>
  );
}

/** The search page; `answer` is null while nothing was asked. */
export function searchPage(
  ctx: PageContext,
  answer: SearchAnswer | null,
  narrowing: Narrowing = {},
): string {
  const sheet = openSheet(ctx);
  const { search } = sheet.words;
  const query = answer?.query ?? '';
  const main = (
    <>
      <header class="list-head">
        <h1>{search.title}</h1>
        <SearchForm sheet={sheet} query={query} narrowing={narrowing} />
      </header>
      <Answer sheet={sheet} answer={answer} />
    </>
  );
  const title = query.trim() ? search.titleFor(query) : search.title;
  return pageOf(sheet, { title, description: null, kind: 'website', hidden: query !== '' }, main);
}
