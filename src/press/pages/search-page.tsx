import { raw } from 'hono/html';
import { formatDate } from '../../arabic/format-date.ts';
import { storyPath } from '../../newsroom/publications/paths.ts';
import type { SearchAnswer, SearchHit } from '../../newsroom/publications/views.ts';
import { directionOf } from '../components/direction.ts';
import { escapeHtml } from '../components/escape.ts';
import { pageOf } from '../components/page.tsx';
import { moreThan, mostHits, searchAddress, usualHits } from '../components/search-address.ts';
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

/** Names a hit by its place in the list, so that a longer list can open where the shorter one ended. */
const hitId = (index: number): string => `hit-${index + 1}`;

/** Written as text: some hundred elements of their own would be the better part of the page's work. */
function hitHtml(sheet: Sheet, hit: SearchHit, index: number): string {
  const { headline, headlineMarks, snippet, marks, section, publishedAt } = hit;
  const label = section === null ? '' : `<p class="label">${escapeHtml(section.name)}</p>`;
  const gist =
    snippet === '' ? '' : `<p class="gist"${direction(snippet)}>${lit(snippet, marks)}</p>`;
  return (
    `<article class="row" id="${hitId(index)}"><div>${label}` +
    `<h2${direction(headline)}><a href="${storyPath(hit)}">${lit(headline, headlineMarks)}</a></h2>${gist}` +
    `<p class="by"><time datetime="${machineTime(sheet, publishedAt)}">${formatDate(publishedAt, sheet.dates)}</time></p>` +
    '</div></article>'
  );
}

interface Asked {
  sheet: Sheet;
  answer: SearchAnswer;
  narrowing: Narrowing;
  limit: number;
}

function Suggestion({ sheet, answer: { suggestion }, narrowing }: Asked) {
  if (!suggestion) return null;
  return (
    <p class="outcome">
      {sheet.words.search.suggestion}{' '}
      <a href={searchAddress(suggestion, narrowing)}>
        <bdi>{suggestion}</bdi>
      </a>
    </p>
  );
}

/** The way to more results, or where there is none, what to do instead. */
function More({ sheet, answer, narrowing, limit }: Asked) {
  if (answer.total <= limit) return null;
  const { search, results } = sheet.words;
  const next = moreThan(limit);
  if (next === null)
    return <p class="outcome">{search.tooMany(count(sheet, mostHits, results))}</p>;
  const here = `#${hitId(answer.hits.length)}`;
  return (
    <p class="pager">
      <a href={searchAddress(answer.query, narrowing, next) + here} rel="nofollow">
        {search.more}
      </a>
    </p>
  );
}

function Answer(props: Omit<Asked, 'answer'> & { answer: SearchAnswer | null }) {
  const { sheet, answer } = props;
  const { search, results } = sheet.words;
  if (!answer || answer.query.trim() === '') return <p class="outcome">{search.prompt}</p>;
  const asked = { ...props, answer };
  // Isolates, so that a query in another direction does not pull the marks around it.
  const query = `\u2068${answer.query}\u2069`;
  if (answer.hits.length === 0) {
    return (
      <>
        <p class="outcome" role="status">
          {search.none(query)} {search.noneHelp}
        </p>
        <Suggestion {...asked} />
      </>
    );
  }
  return (
    <>
      <p class="outcome" role="status">
        {search.outcome(count(sheet, answer.total, results), query)}
      </p>
      <Suggestion {...asked} />
      <div class="results">
        {raw(answer.hits.map((hit, index) => hitHtml(sheet, hit, index)).join(''))}
      </div>
      <More {...asked} />
    </>
  );
}

/** The search page; `answer` is null while nothing was asked, `limit` is how many it may hold. */
export function searchPage(
  ctx: PageContext,
  answer: SearchAnswer | null,
  narrowing: Narrowing = {},
  limit: number = usualHits,
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
      <Answer sheet={sheet} answer={answer} narrowing={narrowing} limit={limit} />
    </>
  );
  const title = query.trim() ? search.titleFor(query) : search.title;
  return pageOf(sheet, { title, description: null, kind: 'website', hidden: query !== '' }, main);
}
