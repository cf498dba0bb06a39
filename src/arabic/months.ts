/** Month names: Mashriq with Gulf names in brackets (a pair is one date), or one scheme alone. */
export const monthSchemes = ['pair', 'mashriq', 'gulf', 'algeria', 'morocco'] as const;
export type MonthScheme = (typeof monthSchemes)[number];

export const digitSystems = ['latn', 'arab'] as const;
export type DigitSystem = (typeof digitSystems)[number];
