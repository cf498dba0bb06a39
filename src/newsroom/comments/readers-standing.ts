import { z } from 'zod';

/** What moderators think of a reader. Whoever they have said nothing of is `known` by their record alone. */
export const readerStandings = ['known', 'trusted', 'banned'] as const;
export type ReaderStanding = (typeof readerStandings)[number];

/** The column of `readers`; what does not fit is nobody's favour. */
export const standingSchema = z.enum(readerStandings).catch('known');
