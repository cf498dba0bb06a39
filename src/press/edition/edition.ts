import type { CountedNoun } from '../../arabic/plural.ts';
import type { Source, StoryType } from '../../newsroom/stories/story.ts';
import type { RepliesWords } from './replies.ts';

/**
 * Everything the press says in one language. A page prints these strings and what the newsroom
 * wrote, and nothing else. Values with arguments are functions, so that word order stays with
 * the language.
 */
export interface Edition {
  lang: string;
  dir: 'rtl' | 'ltr';
  /** Open Graph's spelling of language and territory. */
  locale: string;
  /** Title of a page that is not the front page. */
  pageTitle(page: string, paper: string): string;
  /** Stands between two names of a byline; attached to the second one. */
  and: string;
  /** Stands between items of one line. */
  dot: string;

  frame: {
    skipToContent: string;
    skipToStory: string;
    sections: string;
    search: string;
    frontPage: string;
    archive: string;
    feeds: string;
    footer: string;
    newsFeed(paper: string): string;
    sectionFeed(section: string, paper: string): string;
  };

  badges: { breaking: string; live: string; pinned: string };
  /** Shown beside the section; a plain news story carries none. */
  types: Record<StoryType, string | null>;
  minutes: CountedNoun;
  replies: CountedNoun;
  characters: CountedNoun;
  results: CountedNoun;

  front: {
    latest: string;
    agenda: string;
    empty: string;
    emptyAction: string;
  };

  story: {
    updated(when: string): string;
    reading(minutes: string): string;
    corrected: string;
    sources: string;
    sourceKinds: Record<Source['kind'], string>;
    via(carrier: string): string;
    reasonMissing: string;
    events: string;
    moment(day: string, time: string): string;
    week(firstDay: string): string;
    year(year: string): string;
    correction: string;
    corrections: string;
    topics: string;
    series: string;
    related: string;
    /** Before the name of a topic or a section, which is a link to it. */
    moreOnTopic: string;
    moreFromSection: string;
    neighbours: string;
    previous: string;
    next: string;
    share: string;
    whatsapp: string;
    telegram: string;
    x: string;
    mail: string;
    shortLink: string;
    table: string;
    embed(host: string): string;
    printed(paper: string): string;
  };

  comments: RepliesWords;

  lists: {
    older: string;
    newest: string;
    pages: string;
    topic: string;
    series: string;
    empty: string;
    sectionAbout(section: string, paper: string): string;
    topicAbout(topic: string, paper: string): string;
    seriesAbout(series: string, paper: string): string;
    personAbout(person: string, paper: string): string;
    day(day: string): string;
    dayAbout(day: string, paper: string): string;
    dayEmpty: string;
    previousDay: string;
    nextDay: string;
  };

  search: {
    title: string;
    titleFor(query: string): string;
    label: string;
    button: string;
    prompt: string;
    outcome(count: string, query: string): string;
    none(query: string): string;
    noneHelp: string;
    suggestion: string;
    /** Leads to a longer list of results. */
    more: string;
    /** Below the longest list; `count` is how many it holds. */
    tooMany(count: string): string;
    /** Opens what narrows a search down. */
    narrow: string;
    section: string;
    anySection: string;
    /** Before the name of what a search is kept to. */
    within: { topic: string; person: string };
    /** Leads from a list to a search in it. */
    inside: string;
    from: string;
    to: string;
  };

  pages: { updated(when: string): string };

  notFound: { title: string; text: string };
  gone: { title: string; was(headline: string): string; when(date: string): string };
  badRequest: { title: string; text: string };
  error: { title: string; text: string; offline: string; retry: string };
}
