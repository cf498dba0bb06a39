import { useQuery } from '@tanstack/react-query';
import { Fragment, type ReactNode, useMemo } from 'react';
import type { Phrase } from '../../api/shapes/comments.ts';
import { phraseFinder } from '../../arabic/phrases/phrase-finder.ts';
import { request } from '../data/api.ts';

/** Where a phrase of the newspaper's lists stands in a text. */
export interface Hit {
  phrase: Phrase;
  start: number;
  end: number;
}

export function usePhrases() {
  return useQuery({
    queryKey: ['phrases'],
    queryFn: ({ signal }) =>
      request<{ rows: Phrase[] }>('GET', '/comments/phrases', undefined, { signal }),
    select: ({ rows }) => rows,
    staleTime: 60_000,
  });
}

/** Finds the phrases of the lists as the pipeline does: it is the same search. */
export function useFinder(phrases: readonly Phrase[]): (text: string) => Hit[] {
  return useMemo(() => {
    const byText = new Map(phrases.map((phrase) => [phrase.phrase, phrase]));
    const find = phraseFinder([...byText.keys()]);
    return (text) =>
      find(text).flatMap(({ phrase, start, end }) => {
        const known = byText.get(phrase);
        return known === undefined ? [] : [{ phrase: known, start, end }];
      });
  }, [phrases]);
}

const links = /https?:\/\/\S+|www\.\S+/giu;

/** A reply's text with what should be noticed marked in it: phrases of the lists, and links. */
export function MarkedText({ text, hits }: { text: string; hits: readonly Hit[] }) {
  const parts: ReactNode[] = [];
  let at = 0;
  for (const { phrase, start, end } of hits) {
    // Where two overlap, the first is marked.
    if (start < at) continue;
    parts.push(<WithLinks key={`text ${at}`} text={text.slice(at, start)} />);
    parts.push(
      <mark key={start} data-kind={phrase.kind} title={phrase.phrase}>
        {text.slice(start, end)}
      </mark>,
    );
    at = end;
  }
  parts.push(<WithLinks key={`text ${at}`} text={text.slice(at)} />);
  return parts;
}

function WithLinks({ text }: { text: string }) {
  const parts: ReactNode[] = [];
  let at = 0;
  for (const { 0: link, index } of text.matchAll(links)) {
    parts.push(<Fragment key={at}>{text.slice(at, index)}</Fragment>);
    parts.push(
      <span key={`link ${index}`} className="reply-text__link" dir="ltr">
        {link}
      </span>,
    );
    at = index + link.length;
  }
  parts.push(<Fragment key={at}>{text.slice(at)}</Fragment>);
  return parts;
}
