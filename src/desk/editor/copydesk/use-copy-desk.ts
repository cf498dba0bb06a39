import { useQuery } from '@tanstack/react-query';
import type { Editor } from '@tiptap/core';
import { useEffect, useMemo, useState } from 'react';
import type { StoryAnswer } from '../../../api/shapes/stories.ts';
import type { StyleAnswer, Waiver } from '../../../api/shapes/style.ts';
import { dayOf } from '../../../arabic/zoned.ts';
import { defaultHouseStyle, type HouseStyle } from '../../../copydesk/house-style.ts';
import { request } from '../../data/api.ts';
import { queryClient } from '../../data/query-client.ts';
import { useSession } from '../../data/use-session.ts';
import { say, sayError } from '../../parts/toast.tsx';
import { type Dates, useDates } from '../../words/dates.ts';
import { useLanguage } from '../../words/language.ts';
import type { StoryWork } from '../saving/story-work.ts';
import { goBy, showInText } from './going.ts';
import { applyFix, applySafe } from './mending.ts';
import { type Found, StoryCheck } from './story-check.ts';
import { currentCopyWords, named } from './words.ts';

/** What can be done with what the copy desk found in the open story. */
export interface CopyDeskActions {
  check: StoryCheck;
  waivers: readonly Waiver[];
  /** What a screen reader is told. */
  said: string;
  go: (by: 1 | -1) => void;
  show: (found: Found) => void;
  fix: (id: string, index?: number) => void;
  fixAllSafe: () => void;
  ignore: (found: Found, isWholeStory: boolean) => void;
  waive: (found: Found, reason: string) => Promise<boolean>;
  addToLexicon: (found: Found) => void;
  pointOutAgain: (waiver: Waiver) => void;
}

/** How the newsroom writes. Until it is known, and where it cannot be asked, the default serves. */
function houseStyleFrom(answer: StyleAnswer | undefined, months: HouseStyle['months']): HouseStyle {
  if (answer === undefined) return { ...defaultHouseStyle, months };
  const { style, lexicon } = answer;
  return { ...style, months: style.months === 'paper' ? months : style.months, lexicon };
}

/** The copy desk of the open story: its reading, and what is done with what it finds. */
export function useCopyDesk(
  work: StoryWork,
  editor: Editor,
  story: Pick<StoryAnswer, 'id' | 'publishAt' | 'publishedAt'>,
): CopyDeskActions {
  const language = useLanguage();
  const dates = useDates();
  const { settings } = useSession();
  const [said, setSaid] = useState('');
  const check = useMemo(() => new StoryCheck(work, editor), [work, editor]);
  const house = useQuery({
    queryKey: ['style'],
    queryFn: ({ signal }) => request<StyleAnswer>('GET', '/style', undefined, { signal }),
    staleTime: 60_000,
  });
  const key = ['waivers', story.id];
  const waivers = useQuery({
    queryKey: key,
    queryFn: ({ signal }) =>
      request<{ rows: Waiver[] }>('GET', `/stories/${story.id}/waivers`, undefined, { signal }),
  });
  const rows = waivers.data?.rows;
  const isAsking = house.isPending || waivers.isPending;
  const at = story.publishAt ?? story.publishedAt;
  useEffect(() => check.open(), [check]);
  useEffect(() => {
    if (isAsking) return;
    check.setHouse({
      style: houseStyleFrom(house.data, settings.months),
      day: dayOf(at ?? Date.now(), settings.timeZone),
      language,
      letPass: rows ?? [],
    });
  }, [check, isAsking, house.data, rows, settings, at, language]);
  const refresh = (): Promise<void> => queryClient.invalidateQueries({ queryKey: key });

  const letPass = async (found: Found, more: object): Promise<Waiver | null> => {
    try {
      const { rule, text } = found;
      const waiver = await request<Waiver>('POST', `/stories/${story.id}/waivers`, {
        ...{ rule, text },
        ...more,
      });
      await refresh();
      return waiver;
    } catch (error) {
      sayError(error);
      return null;
    }
  };
  const pointOutAgain = async ({ id }: Waiver): Promise<void> => {
    await request('DELETE', `/stories/${story.id}/waivers/${id}`).catch(sayError);
    await refresh();
  };
  return {
    check,
    waivers: rows ?? [],
    said,
    go: (by) => {
      const found = goBy(check, by);
      setSaid(found === null ? currentCopyWords().nothingLeft : spoken(found, check, dates));
    },
    show: (found) => {
      showInText(check, found, false);
      setSaid(spoken(found, check, dates));
    },
    fix: (id, index = 0) => {
      const words = currentCopyWords();
      if (!applyFix(check, id, index)) {
        say(words.gone);
        return;
      }
      const left = check.state().found.filter(({ severity }) => severity !== 'info').length;
      const rest = left === 0 ? words.nothingLeft : words.left(dates.number(left));
      setSaid(`${words.done} ${rest}`);
    },
    fixAllSafe: () => {
      const done = applySafe(check);
      if (done === null) return;
      say(currentCopyWords().allDone(dates.number(done.count)), { undo: done.undo });
    },
    ignore: (found, isWholeStory) =>
      void letPass(found, isWholeStory ? {} : { around: found.around }).then((waiver) => {
        if (waiver === null) return;
        const text = currentCopyWords().ignored(named(found.text));
        say(text, { undo: () => void pointOutAgain(waiver) });
      }),
    waive: async (found, reason) => {
      const waiver = await letPass(found, { around: found.around, reason });
      if (waiver !== null) say(currentCopyWords().waived(named(found.text)));
      return waiver !== null;
    },
    addToLexicon: (found) =>
      void request('POST', '/style/lexicon', { right: found.text })
        .then(() => queryClient.invalidateQueries({ queryKey: ['style'] }))
        .then(() => say(currentCopyWords().added(named(found.text))))
        .catch(sayError),
    pointOutAgain: (waiver) => void pointOutAgain(waiver),
  };
}

/** A finding as it is read out: which of how many, what is wrong, what is right. */
function spoken(found: Found, check: StoryCheck, dates: Dates): string {
  const words = currentCopyWords();
  if (found.family === 'unknown') return `${named(found.text)}. ${found.message}`;
  const shown = check.shown();
  const place = words.ordinal(
    dates.number(shown.findIndex(({ id }) => id === found.id) + 1),
    dates.number(shown.length),
  );
  const [fix] = found.fixes;
  const right = fix === undefined || fix.trim() === '' ? '' : words.right(fix);
  return `${place}. ${named(found.text)}. ${found.message} ${right}`;
}
