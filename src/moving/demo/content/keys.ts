/** Names by which the demo content refers to itself; none of them is shown or stored. */

export const sectionKeys = ['city', 'health', 'sport', 'culture'] as const;
export type SectionKey = (typeof sectionKeys)[number];

export const personKeys = ['nawwar', 'hala', 'basil', 'yara', 'marwan', 'dima'] as const;
export type PersonKey = (typeof personKeys)[number];

export const topicKeys = [
  'port',
  'transport',
  'council',
  'weather',
  'markets',
  'hospital',
  'cup',
  'bookFair',
] as const;
export type TopicKey = (typeof topicKeys)[number];

export const seriesKeys = ['portHands'] as const;
export type SeriesKey = (typeof seriesKeys)[number];

export const illustrationIds = [
  'bridge',
  'rain',
  'bus',
  'wheat',
  'scales',
  'bench',
  'hospital',
  'medicine',
  'pitch',
  'rowing',
  'books',
  'letters',
  'boats',
] as const;
export type IllustrationId = (typeof illustrationIds)[number];
