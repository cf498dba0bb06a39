import { expect, test } from 'vitest';
import type { Details } from '../saving/story-work.ts';
import { detailsFrom, fieldsOf } from './fields.ts';

test.each([[{ place: 'لندن', outlet: 'المنارة' }], [{ place: null, outlet: 'المنارة' }], [null]])(
  'lines above the text come back as they were, with the dateline %o',
  (dateline) => {
    const lines = { kicker: null, headline: 'عنوان', deck: 'سطر', standfirst: null, dateline };

    expect(detailsFrom(fieldsOf(lines as Details))).toEqual(lines);
  },
);
