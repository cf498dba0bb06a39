import { countForms } from '../../newsroom/style/archive-forms.ts';
import { hasDictionary, readDictionary } from '../../newsroom/style/dictionary.ts';
import { changeStyle, readStyle } from '../../newsroom/style/house-style.ts';
import {
  allEntries,
  changeEntry,
  importEntries,
  removeEntry,
  saveEntry,
} from '../../newsroom/style/lexicon.ts';
import { lexiconFile, readLexiconFile } from '../../newsroom/style/lexicon-files.ts';
import { styleReport, tallyFindings } from '../../newsroom/style/months.ts';
import {
  dropWaiver,
  ignoreFinding,
  listWaivers,
  waiveFinding,
} from '../../newsroom/style/waivers.ts';
import { type Api, endpoint } from '../endpoint.ts';
import { given } from '../given.ts';
import {
  countsInput,
  countsShape,
  dictionaryFileShape,
  dictionaryShape,
  entryInput,
  entryListShape,
  entryShape,
  lexiconFileInput,
  lexiconFileQuery,
  lexiconFileShape,
  lexiconTakenShape,
  reportQuery,
  reportShape,
  styleChange,
  styleShape,
  tallyInput,
  waiverInput,
  waiverListShape,
  waiverShape,
} from '../shapes/style.ts';

/** The copy desk: house style, lexicon, what the archive writes, what was let pass. */
export function addStyleRoutes(api: Api): void {
  const { newsroom } = api.desk;
  const { read } = newsroom.store;
  const styleNow = async () => ({
    style: await readStyle(read),
    lexicon: (await allEntries(read)).map(({ right, variants, kind }) => ({
      ...{ right, variants, kind },
    })),
  });
  endpoint(
    api,
    {
      method: 'get',
      path: '/style',
      summary: 'How the newsroom writes: its style and its words',
      answer: styleShape,
    },
    styleNow,
  );
  endpoint(
    api,
    {
      method: 'patch',
      path: '/style',
      summary: 'Change the house style, or how grave a rule is',
      body: styleChange,
      answer: styleShape,
    },
    async ({ body, caller }) => {
      await changeStyle(newsroom, caller, given(body));
      return styleNow();
    },
  );
  endpoint(
    api,
    {
      method: 'get',
      path: '/style/report',
      summary: 'What the rules caught in a month, and what was let pass',
      query: reportQuery,
      answer: reportShape,
    },
    ({ query }) => styleReport(newsroom, query.month),
  );
  endpoint(
    api,
    {
      method: 'post',
      path: '/style/counts',
      summary: 'How often the archive writes words, in each of their spellings',
      body: countsInput,
      answer: countsShape,
      scope: 'read',
    },
    async ({ body }) => ({ counts: await countForms(read, body.forms) }),
  );
  endpoint(
    api,
    {
      method: 'post',
      path: '/style/tally',
      summary: 'Add to the month what a desk caught and mended',
      body: tallyInput,
    },
    ({ body, caller }) => tallyFindings(newsroom, caller, body.rules),
  );
  addDictionaryRoutes(api);
  addLexiconRoutes(api);
  addWaiverRoutes(api);
}

/** The dictionary of whoever runs the server, for the worker of the desk that knows words by it. */
function addDictionaryRoutes(api: Api): void {
  const folder = api.desk.dictionary;
  endpoint(
    api,
    {
      method: 'get',
      path: '/style/dictionary',
      summary: 'Whether there is a dictionary to know words by',
      answer: dictionaryShape,
    },
    async () => ({ installed: await hasDictionary(folder) }),
  );
  endpoint(
    api,
    {
      method: 'get',
      path: '/style/dictionary/:file',
      summary: 'A file of the dictionary: ar.aff or ar.dic',
      answer: dictionaryFileShape,
      peopleOnly: true,
    },
    async ({ c, param }) => {
      const text = await readDictionary(folder, param('file'));
      // Megabytes that hardly ever change.
      c.header('cache-control', 'private, max-age=86400');
      return { text };
    },
  );
}

function addLexiconRoutes(api: Api): void {
  const { newsroom } = api.desk;
  const { read } = newsroom.store;
  endpoint(
    api,
    {
      method: 'get',
      path: '/style/lexicon',
      summary: "The newsroom's own words",
      answer: entryListShape,
    },
    async () => ({ rows: await allEntries(read) }),
  );
  endpoint(
    api,
    {
      method: 'post',
      path: '/style/lexicon',
      summary: 'Add a word, or change the one of that right form',
      body: entryInput,
      answer: entryShape,
      status: 201,
    },
    ({ body, caller }) => saveEntry(newsroom, caller, body),
  );
  endpoint(
    api,
    {
      method: 'get',
      path: '/style/lexicon/file',
      summary: 'The lexicon as a file, CSV or JSON',
      query: lexiconFileQuery,
      answer: lexiconFileShape,
    },
    async ({ query: { format } }) => ({
      name: `lexicon.${format}`,
      type: format === 'csv' ? 'text/csv' : 'application/json',
      text: lexiconFile(await allEntries(read), format),
    }),
  );
  endpoint(
    api,
    {
      method: 'post',
      path: '/style/lexicon/file',
      summary: 'Take in the words of such a file; known right forms are changed',
      body: lexiconFileInput,
      answer: lexiconTakenShape,
    },
    async ({ body, caller }) => ({
      taken: await importEntries(newsroom, caller, readLexiconFile(body.text, body.format)),
    }),
  );
  endpoint(
    api,
    {
      method: 'patch',
      path: '/style/lexicon/:id',
      summary: 'Change a word',
      body: entryInput,
      answer: entryShape,
    },
    ({ id, body, caller }) => changeEntry(newsroom, caller, id(), body),
  );
  endpoint(
    api,
    { method: 'delete', path: '/style/lexicon/:id', summary: 'Remove a word' },
    ({ id, caller }) => removeEntry(newsroom, caller, id()),
  );
}

function addWaiverRoutes(api: Api): void {
  const { newsroom } = api.desk;
  endpoint(
    api,
    {
      method: 'get',
      path: '/stories/:id/waivers',
      summary: 'What was let pass in a story',
      answer: waiverListShape,
    },
    async ({ id }) => ({ rows: await listWaivers(newsroom.store.read, id()) }),
  );
  endpoint(
    api,
    {
      method: 'post',
      path: '/stories/:id/waivers',
      summary: 'Let a finding pass: ignored, or with a reason that opens a gate',
      body: waiverInput,
      answer: waiverShape,
      status: 201,
    },
    ({ id, body, caller }) => {
      const { reason, ...finding } = body;
      return reason
        ? waiveFinding(newsroom, caller, id(), { ...finding, reason })
        : ignoreFinding(newsroom, caller, id(), finding);
    },
  );
  endpoint(
    api,
    {
      method: 'delete',
      path: '/stories/:id/waivers/:waiver',
      summary: 'Point it out again',
    },
    ({ id, caller }) => dropWaiver(newsroom, caller, id(), id('waiver')),
  );
}
